import type { Cone, ConeTrigger } from '../cone/cone.ts'
import { leavesOf, testedBy } from '../cone/walkNodes.ts'

/** The triggers from which something visible can follow, perhaps by other triggers. */
export function findRelevantTriggers(cone: Cone, visible: ReadonlySet<number>): readonly ConeTrigger[] {
  const matters = new Set(visible)
  const relevant = new Set<ConeTrigger>()
  for (let size = -1; size !== relevant.size;) {
    size = relevant.size
    for (const trigger of cone.triggers) {
      if (relevant.has(trigger) || !isRelevant(trigger, matters)) continue
      relevant.add(trigger)
      for (const variable of testedBy(trigger.condition)) matters.add(variable)
    }
  }
  return cone.triggers.filter((trigger) => relevant.has(trigger))
}

function isRelevant(
  { condition, effects, firedVariable, onVariable }: ConeTrigger,
  matters: ReadonlySet<number>,
): boolean {
  if ([firedVariable, onVariable].some((variable) => variable !== null && matters.has(variable))) return true
  if (leavesOf(condition).some(({ goals }) => goals.length > 0)) return true
  return effects
    .flatMap(leavesOf)
    .some(
      ({ writes, ended, resets, goals }) =>
        ended > 0 || resets || goals.length > 0 || writes.some(({ variable }) => matters.has(variable)),
    )
}
