import { randomUUID } from 'node:crypto'
import type { Gamebook, StoryState } from '@llm-gamebook/story'
import { z } from 'zod'

import type { Message } from '../messages/message.ts'
import { isUnparsed } from '../messages/savedState.ts'
import type { Narrator } from '../engine/narrator.ts'
import { createTurnEngine } from '../engine/turnEngine.ts'
import type { TurnEvent } from '../engine/turnEvent.ts'
import { CliError } from './cliError.ts'

export interface TerminalStoryOptions {
  readonly gamebook: Gamebook
  readonly version: string
  readonly narrator: Narrator
  /** The dice of a new story. */
  readonly seed: number
  /** Told of every event of a turn while it happens. */
  readonly onEvent: (event: TurnEvent) => void
}

/** A story that is told in a terminal: turns of the engine that the server has, kept in memory. */
export class TerminalStory {
  private readonly options: TerminalStoryOptions
  private readonly engine
  private path: readonly Message[] = []

  constructor(options: TerminalStoryOptions) {
    this.options = options
    this.engine = createTurnEngine({
      store: { begin: settled, saveProgress: settled, finish: settled },
      emit: (_, event) => this.take(event),
      onFault: (fault) => {
        throw fault
      },
      newId: randomUUID,
      now: () => new Date().toISOString(),
      newSeed: () => options.seed,
    })
  }

  /** The state after the last answer; null before the first one. */
  get state(): Message['stateAfter'] | null {
    return this.path.at(-1)?.stateAfter ?? null
  }

  get hasEnded(): boolean {
    return this.lastState?.ended !== undefined
  }

  get lastAnswer(): Message | undefined {
    return this.path.at(-1)
  }

  /** One turn, told to its end; null for the opening. */
  async tell(words: string | null): Promise<void> {
    const { gamebook, version, narrator } = this.options
    const request = { sessionId: SESSION, gamebook, gamebookVersion: version, path: this.path, words, narrator }
    await this.engine.start(request).ended
  }

  stop(): Promise<void> {
    return this.engine.stop(SESSION)
  }

  /** Takes the last words and their answer back; false where there are none. */
  undo(): boolean {
    if (this.path.length < 3) return false
    this.path = this.path.slice(0, -2)
    return true
  }

  toJson(): string {
    return JSON.stringify({ kind: SAVED, version: this.options.version, path: this.path }, null, 2)
  }

  /** Goes on where a story was saved. Throws `CliError` for what is no saved story. */
  resume(text: string): void {
    const saved = Saved.safeParse(parseJson(text))
    if (!saved.success)
      throw new CliError('This file holds no story that was saved here.', 'Give a file that "/save" has written.')
    this.path = saved.data.path
  }

  private get lastState(): StoryState | undefined {
    const state = this.state
    return state === null || isUnparsed(state) ? undefined : state
  }

  private take(event: TurnEvent): void {
    if (event.type === 'message-end') this.path = [...this.path, event.message]
    if (event.type === 'message-start' && event.message.role === 'player') this.path = [...this.path, event.message]
    this.options.onEvent(event)
  }
}

const SESSION = 'terminal'
const SAVED = 'llm-gamebook-story'

/** As it was written: whoever changes a saved story by hand gets what he made of it. */
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

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

async function settled(): Promise<void> {}
