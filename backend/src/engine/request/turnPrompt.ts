import {
  buildDoneText,
  buildOpeningText,
  buildPlayerText,
  buildRemember,
  buildStateUpdate,
  buildTurnText,
  listActionLines,
  listActionNews,
  listToolNames,
  momentBlocks,
  TURN_HEADINGS,
  type Remembered,
  type ReportFailure,
  type World,
  type WorldLimit,
} from '@llm-gamebook/story'

import type { StoredPart } from '../../messages/part.ts'
import type { TurnRequest } from '../turn.ts'
import { worldLimitOf } from '../memory/budget.ts'
import type { CompletedPlayerCall } from '../calls/runPlayerCall.ts'
import { listReminders } from './reminders.ts'

/** What a result of the current turn adds to the result of its call; later turns leave it out. */
export interface ResultUpdate {
  /** What the state says since the last request, if it says anything new. */
  readonly state?: string
  /** The lines of "What can be done now", if they have changed, without refusals that are as before. */
  readonly now?: readonly string[]
}

/** The texts of one request that depend on the state. */
export interface TurnTexts {
  /** The last user message, the same in all requests of a turn. */
  readonly user: string
  /** By the id of the call. */
  readonly updates: ReadonlyMap<string, ResultUpdate>
  /** All functions that this path has sent, in the order in which they joined. */
  readonly toolNames: readonly string[]
  /** A further user message that asks for the last words of the turn; null before the last step. */
  readonly closing: string | null
}

interface TurnStart {
  readonly turn: TurnRequest
  readonly world: World
  /** The author's words for an opening. */
  readonly narrations: readonly string[]
  /** What the player has done with the message. */
  readonly playerCall?: CompletedPlayerCall | null
  readonly report: ReportFailure
}

/**
 * The requests of one turn. Each only adds to the one before: the state stays above the words that it preceded, and
 * the results of calls say what has changed since.
 */
export class TurnPrompt {
  readonly #report: ReportFailure
  readonly #limit: WorldLimit
  readonly #user: string
  readonly #updates = new Map<string, ResultUpdate>()
  #toolNames: readonly string[]
  #world: World
  #lines: readonly string[]

  constructor({ turn, world, narrations, playerCall = null, report }: TurnStart) {
    this.#report = report
    this.#limit = worldLimitOf(turn.narrator)
    this.#world = world
    this.#lines = listActionLines(world, report)
    this.#toolNames = findSentTools(turn)
    this.#user = [
      buildTurnText(world, report, narrations, this.#limit),
      playerCall === null ? null : buildDoneText(playerCall.call, playerCall.result),
      turn.text === null ? buildOpeningText(turn.gamebook) : buildPlayerText(turn.text),
      buildRemember({ ...listPinned(turn), lines: listReminders(turn), corrections: turn.corrections ?? [] }),
    ]
      .filter((text) => text !== null)
      .join('\n\n')
  }

  /**
   * The texts of the next step, after the calls among these parts.
   * @param mayCall whether the model can call something in that step
   */
  nextStep(world: World, parts: readonly StoredPart[], mayCall: boolean): TurnTexts {
    const names = listToolNames(world, this.#report)
    this.#toolNames = [...this.#toolNames, ...names.filter((name) => !this.#toolNames.includes(name))]
    const call = parts.findLast((part) => part.type === 'tool-call' && part.by === undefined)
    if (call !== undefined && !this.#updates.has(call.id)) this.#updates.set(call.id, this.#updateTo(world, mayCall))
    return this.#texts(null)
  }

  /** The texts of the step after the triggers at the end of the turn. */
  closingStep(world: World, narrations: readonly string[]): TurnTexts {
    const { state } = this.#updateTo(world, false)
    const request = world.state.ended === undefined ? CONTINUE : CLOSING
    const news = state === undefined ? [] : [`# ${TURN_HEADINGS.changes}\n\n${state}`]
    return this.#texts([...news, ...momentBlocks(narrations), `# ${TURN_HEADINGS.goOn}\n\n${request}`].join('\n\n'))
  }

  #texts(closing: string | null): TurnTexts {
    return { user: this.#user, updates: new Map(this.#updates), toolNames: this.#toolNames, closing }
  }

  #updateTo(world: World, mayCall: boolean): ResultUpdate {
    const state = buildStateUpdate(this.#world, world, this.#report, this.#limit)
    const lines = listActionLines(world, this.#report)
    const now = mayCall ? listActionNews(this.#lines, lines) : NO_MORE_CALLS
    this.#world = world
    this.#lines = lines
    return { ...(state !== '' && { state }), ...(now !== null && { now }) }
  }
}

/** The texts of a step that goes on after the one before was cut, without what it gave away. */
export function withoutSecret(texts: TurnTexts, hasText: boolean): TurnTexts {
  const request = `# ${TURN_HEADINGS.goOn}\n\n${hasText ? GO_ON_WITHOUT : BEGIN_WITHOUT}`
  return { ...texts, closing: texts.closing === null ? request : `${texts.closing}\n\n${request}` }
}

/** They name no secret. */
const GO_ON_WITHOUT =
  'Your answer ends after its last whole sentence, because the next one gave away what the story has not revealed yet. ' +
  'Continue from your last words without it.'
const BEGIN_WITHOUT =
  'Your answer was left out, because it gave away what the story has not revealed yet. Write it again without that.'

const NO_MORE_CALLS = ['Nothing more can be called in this turn. Narrate what has happened; the rest is still ahead.']

/** Requests what happens by itself at the end of a turn. */
const CONTINUE = 'Continue from your last words and narrate what happens now.'

/** Requests the last words of a story that a trigger ended. */
const CLOSING = 'Continue from your last words and narrate how the story ends.'

/** What the nearest answer of the path has sent. */
function findSentTools({ path }: TurnRequest): readonly string[] {
  return path.findLast(({ sentTools }) => sentTools != null)?.sentTools ?? []
}

function listPinned({ path, context }: TurnRequest): Pick<Remembered, 'pins' | 'note'> {
  const ids = new Set(path.map(({ id }) => id))
  const pins = context?.pins.filter(({ messageId }) => ids.has(messageId)).map(({ text }) => text) ?? []
  return { pins, note: context?.note ?? '' }
}
