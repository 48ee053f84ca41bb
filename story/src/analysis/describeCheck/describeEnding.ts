import type { EndingPath } from '../checkGamebook.ts'
import { countCalls } from '../steps/step.ts'
import { formatCount } from './formatCount.ts'

/** Describes what a check knows of an ending, to follow its title: `reached in 3 steps (shortest path)`. */
export function describeEnding({ steps, isShortest, status }: EndingPath): string {
  if (steps !== null) {
    const calls = countCalls(steps)
    const reached = `reached in ${formatCount(calls, 'step')}`
    if (isShortest) return `${reached} (shortest path)`
    return calls > 1 ? `${reached} (a shorter path may exist)` : reached
  }
  return status.kind === 'proven' ? "can't be reached (proven)" : 'not known whether it can be reached'
}
