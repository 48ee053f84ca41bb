import type { Gamebook } from '../../../gamebook/gamebook.ts'
import type { StoryState } from '../../../state/storyState.ts'
import { OPENING, type Step } from '../../steps/step.ts'
import { Observer } from './observer.ts'
import { Player } from './player.ts'
import { rollFrom } from './rolls.ts'

export interface Playback {
  /** The state after the last accepted call. */
  readonly state: StoryState
  readonly observer: Observer<number>
  /** The number of accepted calls. */
  readonly calls: number
  /** Whether every call was accepted. */
  readonly isWhole: boolean
}

/** Plays given steps up to the first call that is refused, then looks at what is offered. */
export function playSteps(gamebook: Gamebook, steps: readonly Step[]): Playback {
  const observer = new Observer(gamebook, 0)
  const player = new Player(gamebook, observer)
  const [first] = steps
  const opening = first?.function === OPENING ? first : { args: {}, rolls: [] }
  observer.noteStart()
  let state = player.open(opening.args, rollFrom(opening.rolls))
  observer.noteState(player.at(state))
  let isWhole = true
  for (const step of steps) {
    if (step.function === OPENING) continue
    player.offered(state)
    const next = player.call(state, step, rollFrom(step.rolls))
    if (next === null) {
      isWhole = false
      break
    }
    state = next
    observer.now += 1
    observer.noteState(player.at(state))
  }
  player.offered(state)
  return { state, observer, calls: observer.now, isWhole }
}
