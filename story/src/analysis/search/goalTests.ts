import type { Cone, ConeNode } from '../cone/cone.ts'

/** What a rule tests of a state before it comes to a goal. */
export interface ValueTest {
  /** Of the value in states. */
  readonly position: number
  readonly holds: (value: number) => boolean
}

/** For each goal of a cone, by its position: the tests of the shortest course of a rule that meets it. */
export function listGoalTests(cone: Cone): ReadonlyMap<number, readonly ValueTest[]> {
  const positions = new Map(cone.variables.map((variable, position) => [variable, position]))
  const found = new Map<number, readonly ValueTest[]>()
  const roots = [
    ...cone.programs.map(({ root }) => root),
    ...cone.triggers.flatMap(({ condition, effects }) => [condition, ...effects]),
  ]
  for (const root of roots) visit(root, [], new Set())
  return found

  function visit(node: ConeNode, tests: readonly ValueTest[], seen: Set<ConeNode>): void {
    if (seen.has(node)) return
    seen.add(node)
    switch (node.kind) {
      case 'leaf':
        for (const goal of node.goals) {
          const known = found.get(goal)
          if (known === undefined || tests.length < known.length) found.set(goal, tests)
        }
        return
      case 'choice':
        for (const kid of node.kids) visit(kid, tests, seen)
        return
      case 'test':
        for (const kid of node.kids) {
          const position = positions.get(node.variable) ?? 0
          const holds = (value: number): boolean => node.branches.get(value) === kid
          visit(kid, [...tests, { position, holds }], seen)
        }
    }
  }
}
