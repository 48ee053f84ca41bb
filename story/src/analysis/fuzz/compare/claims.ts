import type { Gamebook } from '../../../gamebook/gamebook.ts'
import type { StoryState } from '../../../state/storyState.ts'
import type { StoryEvent } from '../../programs/event.ts'
import type { Step } from '../../steps/step.ts'
import type { Truth } from '../truth/bruteForce.ts'
import { after, type Tally } from './tally.ts'

/** What should always remain possible: an ending, or a goal. */
export interface LockTarget {
  /** What it is called if it doesn't remain possible. */
  readonly name: 'soft lock' | 'lost goal'
  /** The position of the goal; null for endings. */
  readonly goal: number | null
  /** Steps to a state from which it can't be reached. */
  readonly stepsToLocked: (truth: Truth) => readonly Step[] | null
  /** Whether it can be reached from a state; null if that is open. */
  readonly canReach: (truth: Truth, state: StoryState) => boolean | null
}

export function targetsOf({ goals }: Gamebook): readonly LockTarget[] {
  return [
    {
      name: 'soft lock',
      goal: null,
      stepsToLocked: (truth) => truth.lockedState(),
      canReach: (truth, state) => truth.canEnd(state),
    },
    ...goals.map((_, goal): LockTarget => ({
      name: 'lost goal',
      goal,
      stepsToLocked: (truth) => truth.lostState(goal),
      canReach: (truth, state) => truth.canMeet(goal, state),
    })),
  ]
}

/** The claim that something never happens. */
export function addNever(by: string, event: StoryEvent, truths: readonly Truth[], tally: Tally): void {
  const [what = ''] = event.split(' ', 1)
  for (const truth of truths) {
    const happening = truth.events.get(event)
    tally.add(`${by}: never ${what}`, `never ${event}`, happening ? after(happening.steps()) : null)
  }
}

/** The claim that a target always remains possible. */
export function addNone(by: string, { name, stepsToLocked }: LockTarget, truths: readonly Truth[], tally: Tally): void {
  for (const truth of truths) {
    const steps = stepsToLocked(truth)
    tally.add(`${by}: no ${name}`, `no ${name}`, steps && after(steps))
  }
}
