import { events } from '../../programs/event.ts'
import { findLocked } from '../../search/findLocked.ts'
import type { Truth } from '../truth/bruteForce.ts'
import type { ConeSearches } from './coneSearches.ts'
import { addNever, addNone, targetsOf } from './claims.ts'
import type { Tally } from './tally.ts'

const LIMITS = { maxNodes: 50_000, maxMilliseconds: 1, elapsed: () => 0 }

/** Compares what decision diagrams say of all questions at once with what is true, and with the states of a search. */
export function compareSymbolic(
  { all, questions, limits }: ConeSearches,
  truths: readonly Truth[],
  tally: Tally,
): void {
  const solution = all.solve(LIMITS)
  if ('kind' in solution || all.reasons('symbolic').length > 0) return tally.addNotKnown()
  for (const question of questions)
    if (!solution.goals.has(all.goalOf(question))) addNever('symbolic', question, truths, tally)
  if (all.reasonsAgainstAlways('symbolic').length > 0) return tally.addNotKnown()
  const exploration = all.explore(limits)
  const isExplored = exploration.stopped === null && all.reasons('exact').length === 0
  if (isExplored) {
    const { tree, endings } = exploration
    const isSame = solution.states === tree.size
    tally.add('symbolic: states', String(solution.states), isSame ? null : `a search found ${tree.size}`)
    const more = [...solution.endings].find((ending) => !endings.has(ending))
    tally.add('symbolic: endings', String(more), more === undefined ? null : 'a search did not find it')
  }
  for (const target of targetsOf(all.cone.source.gamebook)) {
    const goal = target.goal === null ? null : all.goalOf(events.metGoal(target.goal))
    const found = goal === null ? solution.locked() : solution.lost(goal)
    if ('kind' in found) {
      tally.addNotKnown()
      continue
    }
    if (found.count === 0) addNone('symbolic', target, truths, tally)
    if (!isExplored) continue
    const { count } = findLocked(exploration, goal)
    const kind = `symbolic: states with a ${target.name}`
    tally.add(kind, String(found.count), count === found.count ? null : `a search found ${count}`)
  }
}
