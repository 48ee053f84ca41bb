import type { TriggerPrograms } from '../programs/programs.ts'
import type { Deadline } from '../verdict/deadline.ts'
import type { ConeLeaf, ConeNode } from './cone.ts'
import type { ConditionRises } from './conditionRises.ts'
import { longestChains } from './longestChains.ts'
import { leavesOf } from './walkNodes.ts'

interface TriggerRoots {
  readonly condition: ConeNode
  readonly effects: readonly ConeNode[]
}

/** After this many rounds of triggers the engine stops. */
export const MAX_ROUNDS = 16

/**
 * The triggers that may set each other off for more rounds than the engine allows; empty if no chain of them can be so
 * long. One trigger sets off another if something that it writes can make the condition of the other true.
 */
export function longChains(
  triggers: readonly TriggerPrograms[],
  rootsOf: (trigger: TriggerPrograms) => TriggerRoots,
  rises: ConditionRises,
  deadline: Deadline,
): readonly TriggerPrograms[] {
  const roots = triggers.map(rootsOf)
  const leaves = roots.map(({ effects }) => [...new Set(effects.flatMap(leavesOf))])
  const resets = leaves.map((all) => all.some((leaf) => leaf.resets))
  const all = [...roots.keys()]
  const askers = askersByVariable(roots, rises)
  const links = leaves.map((own, from) => (resets[from] === true ? all : woken(own)))
  const isOnce = triggers.map(({ firedVariable }) => firedVariable !== null && !resets.includes(true))
  const rounds = longestChains(links, isOnce, deadline)
  return triggers.filter((_, index) => (rounds[index] ?? 0) > MAX_ROUNDS)

  function woken(own: readonly ConeLeaf[]): readonly number[] {
    const writes = new Map(own.flatMap((leaf) => leaf.writes).map((write) => [JSON.stringify(write), write]))
    const found = new Set<number>()
    for (const write of writes.values()) {
      for (const [asker, condition] of askers.get(write.variable) ?? []) {
        deadline.check()
        if (!found.has(asker) && rises.canRise(condition, write)) found.add(asker)
      }
    }
    return [...found]
  }
}

/** The conditions that test each variable, with the positions of their triggers. */
function askersByVariable(roots: readonly TriggerRoots[], rises: ConditionRises) {
  const askers = new Map<number, (readonly [trigger: number, condition: ConeNode])[]>()
  for (const [trigger, { condition }] of roots.entries()) {
    for (const variable of rises.testedBy(condition)) {
      const known = askers.get(variable)
      if (known === undefined) askers.set(variable, [[trigger, condition]])
      else known.push([trigger, condition])
    }
  }
  return askers
}
