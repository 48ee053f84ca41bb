import type { Condition } from '../../expressions/expression.ts'
import type { Gamebook } from '../../gamebook/gamebook.ts'
import { performCall } from '../../play/callFunction.ts'
import { endTurn } from '../../play/endTurn.ts'
import { offeredFunctions } from '../../play/offeredFunctions.ts'
import type { Receipt } from '../../state/receipt.ts'
import { writeStartAnswers } from '../../state/startAnswers.ts'
import { startState, type StoryState } from '../../state/storyState.ts'
import type { World } from '../../state/world.ts'
import { worldOf } from '../../traits/worldOf.ts'
import { scriptedDice } from '../steps/scriptedDice.ts'
import { OPENING, type Step } from '../steps/step.ts'
import { toStartAnswers } from '../steps/toStartAnswers.ts'
import { events, type StoryEvent } from '../programs/event.ts'
import { lookWith, type Observer } from '../programs/observers.ts'
import { endingOf, receiptEvents, startEvents } from '../programs/receiptEvents.ts'

/** What a play is watched for. */
export interface Watched {
  readonly gamebook: Gamebook
  readonly observers: readonly Observer[]
  /** The number of a condition in `events.condition`; undefined for one without a question. */
  readonly numberOf: (condition: Condition) => number | undefined
}

/** Called with every event and the number of steps that were played when it happened. */
export type NoteEvent = (event: StoryEvent, steps: number) => void

/** Whether what can be seen between two calls is noted in every state, or only in the first and the last one. */
export type Looks = 'always' | 'at-both-ends'

/** A play that has come to a state. */
export interface Position {
  /** The number of its steps so far, with the opening if that is one. */
  readonly steps: number
  readonly state: StoryState
}

/**
 * Plays calls with the plain engine and notes everything that happens, also what is offered. Returns the last state; null
 * if a call was refused.
 * @param begun where to go on, if the first steps were played before
 */
export function observePlay(
  watched: Watched,
  steps: readonly Step[],
  note: NoteEvent,
  looks: Looks,
  begun: Position | null = null,
): StoryState | null {
  let played = begun?.steps ?? countOpenings(steps)
  const noteNow = (event: StoryEvent): void => note(event, played)
  let world =
    begun === null
      ? openWorld(watched, steps[played - 1] ?? null, noteNow)
      : watchedWorld(watched, begun.state, noteNow)
  if (begun === null || played === steps.length) look(watched, world, noteNow)
  for (const { function: name, args, rolls } of steps.slice(played)) {
    played += 1
    const now = { ...world, rollDice: scriptedDice(rolls) }
    const done = performCall(now, { function: name, args, by: 'tool' }, reportTo(noteNow))
    if (done.refusal !== null) {
      noteNow(events.refused(name, done.refusal.code))
      return null
    }
    receiptEvents(done.receipt, now).forEach(noteNow)
    world = { ...world, state: settle({ ...now, state: done.state }, noteNow) }
    if (looks === 'always' || played === steps.length) look(watched, world, noteNow)
  }
  return world.state
}

/** The story before the first call. */
function openWorld(watched: Watched, opening: Step | null, note: (event: StoryEvent) => void): World {
  const { gamebook } = watched
  const start = writeStartAnswers(gamebook, startState(0), toStartAnswers(opening?.args ?? {}))
  const world = watchedWorld(watched, start, note)
  startEvents(gamebook).forEach(note)
  return { ...world, state: settle({ ...world, rollDice: scriptedDice(opening?.rolls ?? []) }, note) }
}

function countOpenings([first]: readonly Step[]): number {
  return first?.function === OPENING ? 1 : 0
}

function watchedWorld({ gamebook, numberOf }: Watched, state: StoryState, note: (event: StoryEvent) => void): World {
  return {
    ...worldOf(gamebook, state),
    observe: (condition, outcome) => {
      const number = numberOf(condition)
      if (number !== undefined) note(events.condition(number, outcome))
    },
  }
}

function settle(world: World, note: (event: StoryEvent) => void): StoryState {
  const { state, receipts } = endTurn(world, reportTo(note))
  receipts.forEach((receipt) => triggerEvents(receipt, world).forEach(note))
  for (const id of firedTriggers(world.state, state, receipts)) note(events.fired(id))
  const ended = endingOf(state)
  if (ended !== null) note(events.ended(ended))
  return state
}

/** A trigger that starts the story over leaves no count, and one without an applied effect no receipt. */
function firedTriggers(before: StoryState, after: StoryState, receipts: readonly Receipt[]): ReadonlySet<string> {
  const counted = Object.entries(after.triggers).filter(([id, { fired }]) => fired > (before.triggers[id]?.fired ?? 0))
  return new Set([...counted.map(([id]) => id), ...receipts.flatMap(({ trigger }) => trigger ?? [])])
}

function triggerEvents(receipt: Receipt, before: World): readonly StoryEvent[] {
  if (receipt.result === 'applied') return receiptEvents(receipt, before)
  if (receipt.result === 'refused') return []
  const where = placesIn(receipt)
  return receipt.code === 'trigger-limit' ? [events.triggerLoop(where)] : where.map(events.failure)
}

function placesIn({ args }: Receipt): readonly string[] {
  const where = typeof args === 'object' && args !== null && 'where' in args ? args.where : null
  return (Array.isArray(where) ? where : [where]).filter((name) => typeof name === 'string')
}

/** Looks at a state between two calls. */
function look({ observers }: Watched, world: World, note: (event: StoryEvent) => void): void {
  const report = reportTo(note)
  for (const { fn } of offeredFunctions(world, report)) note(events.offered(fn.name))
  lookWith(observers, world, report).forEach(note)
}

function reportTo(note: (event: StoryEvent) => void) {
  return (where: string): void => note(events.failure(where))
}
