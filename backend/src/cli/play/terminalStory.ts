import { randomUUID } from 'node:crypto'

import type { Gamebook, StoryState } from '@llm-gamebook/story'
import { z } from 'zod'

import { parseJson } from '../../json.ts'
import type { Message } from '../../messages/message.ts'
import { isUnparsed } from '../../messages/savedState.ts'
import type { Narrator } from '../../models/narrator.ts'
import type { RequestLog } from '../../models/transport/requestLog.ts'
import { createTurnEngine } from '../../engine/turnEngine.ts'
import type { TurnEvent } from '../../engine/turnEvent.ts'
import { systemClock } from '../../clock.ts'
import { CliError } from '../cliError.ts'

export interface TerminalStoryOptions {
  readonly gamebook: Gamebook
  readonly version: string
  readonly narrator: Narrator
  readonly requests: RequestLog
  /** The seed for the dice of a new story. */
  readonly seed: number
  /** Called with every event of a turn. */
  readonly onEvent: (event: TurnEvent) => void
}

/** A story in a terminal: turns of the server's engine, kept in memory. */
export class TerminalStory {
  private readonly options: TerminalStoryOptions
  private readonly engine
  /** Budgets for a session count each story in a terminal alone. */
  private readonly sessionId = randomUUID()
  private path: readonly Message[] = []

  constructor(options: TerminalStoryOptions) {
    this.options = options
    this.engine = createTurnEngine({
      requests: options.requests,
      store: { begin: resolved, saveProgress: resolved, finish: resolved },
      emit: (_, event) => this.handle(event),
      onFault: (fault) => {
        throw fault
      },
      onLost: () => {},
      ...systemClock,
      newSeed: () => options.seed,
    })
  }

  /** The state after the last answer. Null before the first one. */
  get state(): Message['stateAfter'] | null {
    return this.path.at(-1)?.stateAfter ?? null
  }

  get hasEnded(): boolean {
    return this.lastState?.ended !== undefined
  }

  get lastAnswer(): Message | undefined {
    return this.path.at(-1)
  }

  /** Plays one turn; null for the opening. */
  async playTurn(text: string | null): Promise<void> {
    const { sessionId } = this
    const { gamebook, version, narrator } = this.options
    const request = { sessionId, gamebook, gamebookVersion: version, path: this.path, text, narrator }
    await this.engine.start(request).ended
  }

  stop(): Promise<void> {
    return this.engine.stop(this.sessionId)
  }

  /** Undoes the last turn. Returns false if there is none. */
  undo(): boolean {
    if (this.path.length < 3) return false
    this.path = this.path.slice(0, -2)
    return true
  }

  toJson(): string {
    return JSON.stringify({ kind: SAVED, version: this.options.version, path: this.path }, null, 2)
  }

  /** Continues a saved story. Throws `CliError` for any other text. */
  resume(text: string): void {
    const saved = Saved.safeParse(parseJson(text))
    if (!saved.success) throw new CliError('This is not a saved story.', 'Use a file written by /save.')
    this.path = saved.data.path
  }

  private get lastState(): StoryState | undefined {
    const state = this.state
    return state === null || isUnparsed(state) ? undefined : state
  }

  private handle(event: TurnEvent): void {
    if (event.type === 'message-end') this.path = [...this.path, event.message]
    if (event.type === 'message-start' && event.message.role === 'player') this.path = [...this.path, event.message]
    this.options.onEvent(event)
  }
}

const SAVED = 'llm-gamebook-story'

/** Only the outline of a saved story is checked: a story edited by hand is used as it is. */
const Saved = z.object({ kind: z.literal(SAVED), path: z.array(z.custom<Message>(isMessage)).min(1) })

function isMessage(value: unknown): boolean {
  return z
    .object({
      id: z.string(),
      role: z.enum(['player', 'narrator']),
      parts: z.array(z.unknown()),
      stateAfter: z.unknown(),
    })
    .safeParse(value).success
}

async function resolved(): Promise<void> {}
