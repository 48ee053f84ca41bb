import type { Goal } from '../../gamebook/gamebook.ts'
import { startState } from '../../state/storyState.ts'
import { worldOf } from '../../traits/worldOf.ts'
import type { Finding } from '../finding.ts'
import { judge } from './judge.ts'
import { events } from '../programs/event.ts'
import type { FileLocation } from '../sourceMap.ts'
import {
  absenceFinding,
  lockFinding,
  locationOfCondition,
  type FindFindings,
  type FindingContext,
} from './findingContext.ts'
import { quoteName } from './namedCondition.ts'
import { countStates, describeMoment } from './softLocks.ts'

/** Finds goals that can't be met, and goals that should always remain possible and do not. */
export const findUnmetGoals: FindFindings = (context) => {
  const { gamebook, answers, locations } = context
  return gamebook.goals.flatMap((goal, index): readonly Finding[] => {
    const location = locationOfCondition(goal.condition, locations.rule('goal', index))
    const met = answers.canHappen(events.metGoal(index))
    const failed = judge(worldOf(gamebook, startState(0)), goal.condition)
    const reason = typeof failed === 'boolean' ? '' : ` Its condition can't be evaluated: ${failed.error}`
    const text = {
      message: `The goal ${quoteName(goal)} is never met.${reason}`,
      hint: 'Make it possible to meet this condition, or fix the goal.',
    }
    if (met.kind === 'proven') return absenceFinding(context, met, 'goal-never-met', location, text)
    return goal.always ? findLost(context, goal, index, location) : []
  })
}

function findLost(context: FindingContext, goal: Goal, index: number, location: FileLocation): readonly Finding[] {
  const locks = context.answers.lostGoals(index)
  const [steps] = locks.kind === 'locked' ? locks.paths : []
  if (locks.kind !== 'locked' || steps === undefined) return []
  const message = `${describeMoment(steps)}, the goal ${quoteName(goal)} can no longer be met.${countStates(locks.states)}`
  const hint = 'Add a path back to it, block what leads there, or remove "always".'
  return [lockFinding(context, 'goal-lost', location, { message, hint, witness: steps })]
}
