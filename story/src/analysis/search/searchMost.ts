import type { Cone } from '../cone/cone.ts'
import type { Transitions } from '../cone/transitions.ts'
import { listGoalTests, type ValueTest } from './goalTests.ts'
import type { SearchLimits } from './searchLimits.ts'
import { NoveltySearch } from './searchNovelty.ts'
import type { StateFacts } from './stateFacts.ts'

/**
 * Meets as many goals as it can in a few states. First it looks for all that is new from the start. Then it looks for
 * what a goal needs one by one: from a state that has the rest (serialized iterated width, of planning). What it doesn't
 * meet may still be possible.
 */
export function searchMost(
  cone: Cone,
  transitions: Transitions,
  stateFacts: StateFacts,
  limits: SearchLimits,
): NoveltySearch {
  const search = new NoveltySearch(transitions, stateFacts, limits)
  if (search.search() !== null) return search
  const begun = new Set<string>()
  for (const [goal, tests] of listGoalTests(cone)) {
    for (const { position } of tests) {
      if (search.goals.has(goal)) break
      const rest = tests.filter((test) => test.position !== position)
      const state = nearest(search, rest)
      const start = `${state} ${position}`
      if (begun.has(start)) continue
      begun.add(start)
      if (search.searchFrom([state], [position]) !== null) return search
    }
  }
  return search
}

/** The first of the states that pass most of the tests, among those that were the first with some value. */
function nearest({ tree, firsts }: NoveltySearch, tests: readonly ValueTest[]): number {
  let [nearest, most] = [0, -1]
  for (const state of firsts) {
    if (tree.isEnded(state)) continue
    const values = tree.states.get(state)
    const passed = tests.filter(({ position, holds }) => holds(values[position] ?? 0)).length
    if (passed <= most) continue
    most = passed
    nearest = state
    if (passed === tests.length) break
  }
  return nearest
}
