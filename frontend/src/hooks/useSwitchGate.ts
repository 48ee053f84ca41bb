import { useState } from 'react'

import { playerText } from '../text/player.ts'
import type { UserError } from '../types/userError.ts'

type Outcome = Promise<UserError | null>

/** What is sent while the model is being switched waits, so the model that the player sees is the one that answers. */
class SwitchGate {
  #running: Outcome | null = null

  /** Switches the model, after an earlier switch. */
  async pass(request: () => Outcome): Outcome {
    const before = this.#running
    const mine = Promise.resolve(before).then(request)
    this.#running = mine
    const error = await mine
    if (this.#running === mine) this.#running = null
    return error
  }

  /** Waits for the running switch. If it fails, the request is not sent and the reason is returned. */
  async wait(request: () => Outcome): Outcome {
    const error = await this.#running
    if (error === null) return request()
    return { ...error, detail: playerText('composer.notSwitched', { reason: error.detail }) }
  }
}

export function useSwitchGate(): SwitchGate {
  const [gate] = useState(() => new SwitchGate())
  return gate
}
