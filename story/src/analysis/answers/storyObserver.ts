import type { Condition } from '../../expressions/expression.ts'
import type { Gamebook } from '../../gamebook/gamebook.ts'
import { performCall } from '../../play/callFunction.ts'
import { endTurn } from '../../play/endTurn.ts'
import { offeredFunctions } from '../../play/offeredFunctions.ts'
import type { RollDice } from '../../state/dice.ts'
import type { Receipt } from '../../state/receipt.ts'
import type { StoryState } from '../../state/storyState.ts'
import type { World } from '../../state/world.ts'
import { worldOf } from '../../traits/worldOf.ts'
import type { StoryPlayer } from '../cone/realizeStep.ts'
import { events, type StoryEvent } from '../programs/event.ts'
import { lookWith, type Observer } from '../programs/observers.ts'
import { endingOf, receiptEvents, startEvents } from '../programs/receiptEvents.ts'
import type { Step } from '../steps/step.ts'

/** What a play is watched for. */
export interface Watched {
  readonly gamebook: Gamebook
  readonly observers: readonly Observer[]
  /** The number of a condition in `events.condition`; undefined for one without a question. */
  readonly numberOf: (condition: Condition) => number | undefined
}

/** The state after a call or the opening, and everything that happened in it. */
export interface Observed {
  readonly state: StoryState
  readonly events: readonly StoryEvent[]
  readonly isRefused: boolean
}

/** Plays with the plain engine and notes everything that happens. */
export class StoryObserver implements StoryPlayer<Observed> {
  private readonly watched: Watched

  constructor(watched: Watched) {
    this.watched = watched
  }

  /** The story before the first call. */
  open(start: StoryState, rollDice: RollDice): Observed {
    const happened = startEvents(this.watched.gamebook).slice()
    const state = settle(this.worldIn(start, rollDice, happened), happened)
    return { state, events: happened, isRefused: false }
  }

  call(state: StoryState, { function: name, args }: Pick<Step, 'function' | 'args'>, rollDice: RollDice): Observed {
    const happened: StoryEvent[] = []
    const world = this.worldIn(state, rollDice, happened)
    const done = performCall(world, { function: name, args, by: 'tool' }, reportTo(happened))
    if (done.refusal !== null) {
      happened.push(events.refused(name, done.refusal.code))
      return { state, events: happened, isRefused: true }
    }
    happened.push(...receiptEvents(done.receipt, world))
    return { state: settle({ ...world, state: done.state }, happened), events: happened, isRefused: false }
  }

  /** What can be seen in a state between two calls, also what is offered. */
  look(state: StoryState): readonly StoryEvent[] {
    const happened: StoryEvent[] = []
    const world = this.worldIn(state, undefined, happened)
    const report = reportTo(happened)
    for (const { fn } of offeredFunctions(world, report)) happened.push(events.offered(fn.name))
    happened.push(...lookWith(this.watched.observers, world, report))
    return happened
  }

  private worldIn(state: StoryState, rollDice: RollDice | undefined, happened: StoryEvent[]): World {
    const { gamebook, numberOf } = this.watched
    return {
      ...worldOf(gamebook, state),
      ...(rollDice && { rollDice }),
      observe: (condition, outcome) => {
        const number = numberOf(condition)
        if (number !== undefined) happened.push(events.condition(number, outcome))
      },
    }
  }
}

function settle(world: World, happened: StoryEvent[]): StoryState {
  const { state, receipts } = endTurn(world, reportTo(happened))
  for (const receipt of receipts) happened.push(...triggerEvents(receipt, world))
  for (const id of firedTriggers(world.state, state, receipts)) happened.push(events.fired(id))
  const ended = endingOf(state)
  if (ended !== null) happened.push(events.ended(ended))
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

function reportTo(happened: StoryEvent[]) {
  return (where: string): void => void happened.push(events.failure(where))
}
