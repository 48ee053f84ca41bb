import { encodeState } from '../../cone/encodeState.ts'
import type { SearchGoal } from '../../search/searchGoal.ts'
import type { Truth } from '../truth/bruteForce.ts'
import { addNever } from './claims.ts'
import type { ConeSearches } from './coneSearches.ts'
import type { Tally } from './tally.ts'

/** Compares what guided searches exclude with what is true: something that never happens, and states that lead nowhere. */
export function compareGuided(searches: ConeSearches, truths: readonly Truth[], turn: number, tally: Tally): void {
  for (const [question, search] of searches.some(turn)) {
    const { outcome } = search.searchGuided({ kind: 'event', goal: 0 }, searches.limits)
    if (outcome.kind === 'stopped' || search.reasons('exact').length > 0) tally.addNotKnown()
    else if (outcome.kind === 'exhausted') addNever('guided', question, truths, tally)
  }
  const search = searches.searchOf([], 'all')
  const goal: SearchGoal = { kind: 'ending', ending: null }
  const { tree, deadEnd } = search.searchGuided(goal, searches.limits)
  if (deadEnd === null || search.reasonsAgainstAlways('exact').length > 0) return
  const locked = tree.states.get(deadEnd)
  for (const truth of truths) {
    const free = truth.states.find((state) => {
      const encoded = truth.canEnd(state) === true ? encodeState(search.cone, state) : null
      return encoded?.every((value, place) => value === locked[place]) === true
    })
    tally.add('guided: soft lock', 'a dead end', free === undefined ? null : JSON.stringify(free))
  }
}
