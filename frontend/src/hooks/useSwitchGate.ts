import { useMemo } from 'react'

import { playerText } from '../text/player.ts'
import type { UserError } from '../types/userError.ts'

type Outcome = Promise<UserError | null>

export interface SwitchGate {
  /** Switches the model, after an earlier switch. */
  readonly pass: (request: () => Outcome) => Outcome
  /** Waits for the running switch. If it fails, the request is not sent and the reason is returned. */
  readonly wait: (request: () => Outcome) => Outcome
}

/** What is sent while the model is being switched waits, so the model that the player sees is the one that answers. */
export function useSwitchGate(): SwitchGate {
  return useMemo(() => {
    let running: Outcome | null = null
    return {
      async pass(request) {
        const before = running
        const mine = (async () => {
          await before
          return request()
        })()
        running = mine
        const error = await mine
        if (running === mine) running = null
        return error
      },
      async wait(request) {
        const error = await running
        if (error === null) return request()
        return { ...error, detail: playerText('composer.notSwitched', { reason: error.detail }) }
      },
    }
  }, [])
}
