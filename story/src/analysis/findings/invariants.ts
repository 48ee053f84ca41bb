import { stepsTo } from '../explore/explore.ts'
import { judgeCondition } from '../explore/judgeCondition.ts'
import type { Finding } from '../finding.ts'
import { locationOfCondition, observedFinding, type FindFindings } from './findingContext.ts'
import { describeViolation } from './namedCondition.ts'

/** Finds invariants that are false, or can't be evaluated, at the start or after a call. */
export const findViolatedInvariants: FindFindings = (context) => {
  const { gamebook, exploration, locations } = context
  return gamebook.invariants.flatMap((invariant, index): readonly Finding[] => {
    const { condition } = invariant
    const { explored, judgments } = judgeCondition(gamebook, exploration, 'invariant', index, condition)
    const first = judgments.findIndex((judgment) => judgment !== true)
    const judgment = judgments[first]
    if (judgment === undefined || judgment === true) return []
    return [
      observedFinding(
        context,
        'invariant-violated',
        locationOfCondition(condition, locations.rule('invariant', index)),
        {
          message: describeViolation(invariant, judgment),
          hint: 'Prevent what leads to this, or fix the invariant.',
          witness: stepsTo(explored.visits, first),
        },
      ),
    ]
  })
}
