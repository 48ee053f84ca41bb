import type { Gamebook } from '@llm-gamebook/story'

import type { Message } from '../../messages/message.ts'
import { textOf } from '../../messages/part.ts'
import type { Narrator } from '../../models/narrator.ts'
import { createBuiltinNarrator } from '../../narrator/builtinNarrator.ts'
import { NO_REQUEST_LOG } from '../../models/transport/requestLog.ts'
import { createTurnEngine } from '../../engine/turnEngine.ts'
import type { TurnEvent } from '../../engine/turnEvent.ts'
import { systemClock } from '../../clock.ts'
import { createScriptedModel } from './scriptedModel.ts'
import { Call, type Sentence } from './sentence.ts'

/** What the narrator made of a sentence. */
export interface SentencePlay {
  readonly calls: readonly (Call & { readonly isApplied: boolean })[]
  readonly text: string
}

/** Thrown for a setup that the gamebook does not allow. */
export class SetupError extends Error {}

/** Plays sentences with the built-in narrator, each in the state that its setup leads to. */
export class SentencePlayer {
  readonly #gamebook: Gamebook
  readonly #narrator: Narrator
  readonly #paths = new Map<string, readonly Message[]>()

  constructor(gamebook: Gamebook, narrator: Narrator) {
    this.#gamebook = gamebook
    this.#narrator = { ...narrator, model: createBuiltinNarrator({ wordDelayMs: 0 }) }
  }

  async play({ setup, say }: Pick<Sentence, 'setup' | 'say'>): Promise<SentencePlay> {
    const path = await this.#pathAfter(setup)
    const answer = (await this.#playTurn(path, say, this.#narrator)).at(-1)
    const calls = (answer?.parts ?? []).flatMap((part) => {
      if (part.type !== 'tool-call') return []
      const isApplied = isAppliedResult(part.result)
      return [{ function: part.toolName, args: Call.shape.args.parse(part.input), isApplied }]
    })
    return { calls, text: answer === undefined ? '' : textOf(answer) }
  }

  /** The path after these calls, played once. */
  async #pathAfter(setup: readonly Call[]): Promise<readonly Message[]> {
    const key = JSON.stringify(setup)
    const known = this.#paths.get(key)
    if (known !== undefined) return known
    const last = setup.at(-1)
    const before = last === undefined ? [] : await this.#pathAfter(setup.slice(0, -1))
    const narrator = { ...this.#narrator, model: createScriptedModel(last ?? null), snapshot: SCRIPT }
    const path = await this.#playTurn(before, last === undefined ? null : last.function, narrator)
    const isApplied = path.at(-1)?.parts.some((part) => part.type === 'tool-call' && isAppliedResult(part.result))
    if (last !== undefined && isApplied !== true)
      throw new SetupError(`The setup can't be played: ${last.function} ${JSON.stringify(last.args)}`)
    this.#paths.set(key, path)
    return path
  }

  async #playTurn(path: readonly Message[], text: string | null, narrator: Narrator): Promise<readonly Message[]> {
    const played: Message[] = []
    const engine = createTurnEngine({
      requests: NO_REQUEST_LOG,
      store: { begin: resolved, saveProgress: resolved, finish: resolved },
      emit: (_, event) => collect(event, played),
      onFault: (fault) => {
        throw fault
      },
      onLost: () => {},
      ...systemClock,
      newSeed: () => SEED,
    })
    const request = {
      sessionId: 'sentence',
      gamebook: this.#gamebook,
      gamebookVersion: 'version',
      path,
      text,
      narrator,
    }
    await engine.start(request).ended
    return [...path, ...played]
  }
}

function collect(event: TurnEvent, played: Message[]): void {
  if (event.type === 'message-end') played.push(event.message)
  if (event.type === 'message-start' && event.message.role === 'player') played.push(event.message)
}

function isAppliedResult(result: unknown): boolean {
  return typeof result === 'object' && result !== null && 'result' in result && result.result === 'applied'
}

/** Every sentence is played with the same dice, of which the first eight are high. */
const SEED = 2152
const SCRIPT: Narrator['snapshot'] = {
  configName: 'Script',
  provider: 'script',
  requestedModel: 'script',
  host: null,
  parameters: {},
}

async function resolved(): Promise<void> {}
