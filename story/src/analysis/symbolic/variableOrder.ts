import type { Cone, ConeNode } from '../cone/cone.ts'

/**
 * The variables of a cone in an order that keeps decision diagrams small: those that the same rules test or write lie
 * near each other.
 */
export function orderVariables(cone: Cone): readonly number[] {
  const groups = variableGroups(cone)
  const groupsOf = new Map<number, number[]>(cone.variables.map((variable) => [variable, []]))
  groups.forEach((group, index) => {
    for (const variable of group) groupsOf.get(variable)?.push(index)
  })
  const placed = groups.map(() => 0)
  const left = new Set(cone.variables)
  const order: number[] = []
  while (left.size > 0) {
    cone.deadline.check()
    const next = mostRelated(left, (variable) => scoreOf(groupsOf.get(variable) ?? [], groups, placed))
    left.delete(next)
    order.push(next)
    for (const group of groupsOf.get(next) ?? []) placed[group] = (placed[group] ?? 0) + 1
  }
  return order
}

/** How much of the groups of a variable has its place already; then, by a small amount, how many groups it has. */
function scoreOf(
  indexes: readonly number[],
  groups: readonly ReadonlySet<number>[],
  placed: readonly number[],
): number {
  const shares = indexes.map((index) => (placed[index] ?? 0) / (groups[index]?.size ?? 1))
  return shares.reduce((sum, share) => sum + share, indexes.length / 1000)
}

function mostRelated(variables: ReadonlySet<number>, score: (variable: number) => number): number {
  let best = -1
  let bestScore = -1
  for (const variable of variables) {
    const found = score(variable)
    if (found > bestScore) {
      best = variable
      bestScore = found
    }
  }
  return best
}

/** The variables of each rule. */
function variableGroups(cone: Cone): readonly ReadonlySet<number>[] {
  const roots = [
    ...cone.programs.map(({ root }) => [root]),
    ...cone.triggers.map(({ condition, effects }) => [condition, ...effects]),
  ]
  return roots.map((nodes) => {
    const variables = new Set<number>()
    const seen = new Set<ConeNode>()
    const pending = [...nodes]
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
      if (seen.has(node)) continue
      seen.add(node)
      if (node.kind === 'leaf') {
        for (const { variable } of node.writes) variables.add(variable)
        continue
      }
      if (node.kind === 'test') variables.add(node.variable)
      pending.push(...node.kids)
    }
    return variables
  })
}
