import type { Goal } from '../../gamebook/gamebook.ts'
import { stepsTo } from '../explore/explore.ts'
import { judgeCondition, type JudgedSlice } from '../explore/judgeCondition.ts'
import { visitsWithPathTo } from '../explore/visitsWithPathTo.ts'
import { formatStep } from '../explore/step.ts'
import type { Finding } from '../finding.ts'
import type { FileLocation } from '../sourceMap.ts'
import {
  absenceFinding,
  locationOfCondition,
  observedFinding,
  type FindFindings,
  type FindingContext,
} from './findingContext.ts'
import { quoteName } from './namedCondition.ts'

/** Finds goals that can't be met, and goals that should always remain possible and do not. */
export const findUnmetGoals: FindFindings = (context) => {
  const { gamebook, exploration, locations } = context
  return gamebook.goals.flatMap((goal, index): readonly Finding[] => {
    const judged = judgeCondition(gamebook, exploration, 'goal', index, goal.condition)
    const location = locationOfCondition(goal.condition, locations.rule('goal', index))
    if (!judged.judgments.includes(true)) return [neverMet(context, goal, location, judged)]
    return goal.always ? findLost(context, goal, location, judged) : []
  })
}

function neverMet(context: FindingContext, goal: Goal, location: FileLocation, { judgments }: JudgedSlice): Finding {
  const failed = judgments.find((judgment) => typeof judgment === 'object')
  const reason = failed === undefined ? '' : ` Its condition can't be evaluated: ${failed.error}`
  return absenceFinding(context, 'goal-never-met', location, {
    message: `The goal ${quoteName(goal)} is never met.${reason}`,
    hint: 'Make it possible to meet this condition, or fix the goal.',
  })
}

/** What was cut off from a goal is only known after a complete search. */
function findLost(
  context: FindingContext,
  goal: Goal,
  location: FileLocation,
  { explored, judgments }: JudgedSlice,
): readonly Finding[] {
  const { isComplete, sampled } = context.exploration
  if (!isComplete || sampled.size > 0) return []
  const { visits } = explored
  const canBeMet = visitsWithPathTo(explored, (index) => judgments[index] === true)
  const lost = [...visits.keys()].filter((index) => !canBeMet.has(index) && visits[index]?.ended === null)
  const [first] = lost
  const last = first === undefined ? undefined : visits[first]?.step
  if (first === undefined) return []
  const when = last == null ? 'At the start' : `After ${formatStep(last)}`
  const states = lost.length === 1 ? '1 such state' : `${lost.length} such states`
  return [
    observedFinding(context, 'goal-lost', location, {
      message: `${when}, the goal ${quoteName(goal)} can no longer be met (${states}).`,
      hint: 'Add a path back to it, block what leads there, or remove "always".',
      witness: stepsTo(visits, first),
    }),
  ]
}
