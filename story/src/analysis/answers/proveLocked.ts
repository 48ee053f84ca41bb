import { runTriggers } from '../../play/runTriggers.ts'
import type { StoryState } from '../../state/storyState.ts'
import { worldOf } from '../../traits/worldOf.ts'
import { createConeBuilder } from '../cone/buildCone.ts'
import { createTransitions } from '../cone/createTransitions.ts'
import { encodeState } from '../cone/encodeState.ts'
import type { StoryEvent } from '../programs/event.ts'
import type { Programs } from '../programs/programs.ts'
import { listRules } from '../rules/rule.ts'
import { exploreStates } from '../search/exploreStates.ts'
import type { SearchLimits } from '../search/searchLimits.ts'
import { findValueSets } from '../values/findValueSets.ts'
import { proven, type Proof } from '../verdict/verdict.ts'

/** The outcomes of one rule. A rule that can do more than that leaves the proof open, and takes long. */
const MAX_LEAVES = 5_000

/**
 * Proves that nothing leads from a state of play to an ending, or to an event: null if that can't be proven.
 *
 * The value sets start with the values of this state alone and grow with all that follows, so they contain every value
 * that can follow, also of runs that were not tried: where such a run could lead to a target, the cone has reasons. Runs
 * that would need a value from elsewhere in the story can't follow, and are no reason. In the cone of these sets, all that
 * follows is explored. A story that starts over leaves the sets, so a gamebook in which it can is not proven at all.
 */
export function proveLocked(
  programs: Programs,
  state: StoryState,
  target: StoryEvent | null,
  limits: SearchLimits,
): Proof | null {
  if (!isAtRest(programs, state)) return null
  if (listRules(programs.gamebook).some(({ resets }) => resets)) return null
  const sets = findValueSets(programs, { from: state, maxLeaves: MAX_LEAVES })
  const cone = createConeBuilder(programs, sets)({ goals: target === null ? [] : [target], endings: 'all' })
  const start = encodeState(cone, state)
  if (start === null) return null
  const transitions = createTransitions(cone)
  const from = { ...transitions, starts: () => [{ state: start, goals: [] }] }
  const { tree, stopped, goals, endings } = exploreStates(from, limits)
  const isReached = target === null ? endings.size > 0 : goals.size > 0
  if (stopped !== null || isReached) return null
  const proof = proven('exact', tree.size, transitions.reasons())
  return proof.kind === 'proven' ? proof : null
}

/**
 * Whether triggers have nothing left to do, so what each remembers is what its condition says: a cone takes that for
 * granted. It isn't so where a condition fails, or where the engine has stopped a chain of triggers.
 */
function isAtRest({ gamebook }: Programs, state: StoryState): boolean {
  const after = runTriggers(worldOf(gamebook, state), () => {})
  const hasFailed = Object.values(state.triggers).some(({ error }) => error !== undefined)
  return after.receipts.length === 0 && after.state.triggers === state.triggers && !hasFailed
}
