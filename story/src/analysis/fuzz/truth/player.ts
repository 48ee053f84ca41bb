import type { Gamebook } from '../../../gamebook/gamebook.ts'
import { performCall } from '../../../play/callFunction.ts'
import { endTurn } from '../../../play/endTurn.ts'
import { offeredFunctions, type OfferedFunction } from '../../../play/offeredFunctions.ts'
import { writeStartAnswers, type StartAnswers } from '../../../state/startAnswers.ts'
import { startState, type StoryState } from '../../../state/storyState.ts'
import type { RollDice } from '../../../state/dice.ts'
import type { World } from '../../../state/world.ts'
import { worldOf } from '../../../traits/worldOf.ts'
import { events } from '../../programs/event.ts'
import type { Step } from '../../steps/step.ts'
import type { Observer } from './observer.ts'

/** Plays with the engine itself and has an observer note everything. */
export class Player<When> {
  readonly start: World
  private readonly observer: Observer<When>

  constructor(gamebook: Gamebook, observer: Observer<When>) {
    this.observer = observer
    this.start = { ...worldOf(gamebook, startState(0)), observe: observer.observe }
  }

  at(state: StoryState): World {
    return { ...this.start, state }
  }

  /** The state before the first call. */
  open(answers: Step['args'], rollDice: RollDice): StoryState {
    const state = writeStartAnswers(this.start.gamebook, this.start.state, toAnswers(answers))
    return this.endTurn({ ...this.start, state, rollDice })
  }

  offered(state: StoryState): readonly OfferedFunction[] {
    const offered = offeredFunctions(this.at(state), this.observer.report)
    for (const { fn } of offered) this.observer.note(events.offered(fn.name))
    return offered
  }

  /** The state after a call and its triggers; null if the call is refused. */
  call(state: StoryState, { function: name, args }: Step, rollDice: RollDice): StoryState | null {
    const world = { ...this.at(state), rollDice }
    const done = performCall(world, { function: name, args, by: 'tool' }, this.observer.report)
    if (done.refusal !== null) {
      this.observer.note(events.refused(name, done.refusal.code))
      return null
    }
    this.observer.noteCall(world, done.receipt)
    return this.endTurn({ ...world, state: done.state })
  }

  private endTurn(world: World): StoryState {
    this.observer.startTriggers()
    const { state, receipts } = endTurn(world, this.observer.report)
    this.observer.noteTriggers(world.state, state, receipts)
    return state
  }
}

function toAnswers(args: Step['args']): StartAnswers {
  const answers: Record<string, Record<string, string>> = {}
  for (const [name, text] of Object.entries(args)) {
    const [entityId = '', field = ''] = name.split('.')
    if (typeof text === 'string') answers[entityId] = { ...answers[entityId], [field]: text }
  }
  return answers
}
