import type { Cone } from '../cone/cone.ts'
import { testedBy } from '../cone/walkNodes.ts'
import type { ProjectedExploration, Target } from './exploreProjection.ts'
import { fewest, findDoubts, findDoubtsOfObservers, type Doubts } from './findDoubts.ts'
import type { Sight } from './sight.ts'

/** Of the states that are not decided, those that are looked at. */
const MAX_SAMPLES = 200

/** The hidden variable that most often decides whether the target can be reached. Null if none does. */
export function chooseVariable(
  cone: Cone,
  exploration: ProjectedExploration,
  target: Target,
  undecided: readonly number[],
): number | null {
  const { states, canReach } = exploration
  const votes = new Votes(cone)
  let samples = 0
  for (const state of undecided) {
    if (samples === MAX_SAMPLES) break
    const calls = findDoubts(exploration, state, (outcome) => {
      return (target.kind === 'goal' && outcome.goals.has(target.goal)) || canReach(states.find(outcome.state))
    })
    const doubts = fewest([calls, observed(exploration, target, state)])
    if (doubts === null) continue
    votes.add(doubts)
    samples += 1
  }
  return votes.winner()
}

/** The hidden variable that most often decides whether play takes the path to a state. Null if it does for certain. */
export function chooseVariableOnPath(cone: Cone, exploration: ProjectedExploration, end: number): number | null {
  const { parents, states, rounds } = exploration
  const votes = new Votes(cone)
  for (let state = end, parent = parents.at(state); parent !== -1; state = parent, parent = parents.at(state)) {
    const reached = state
    const doubts = findDoubts(exploration, parent, (outcome) => states.find(outcome.state) === reached)
    if (doubts !== null) votes.add(doubts)
  }
  const atStart = new Set<number>()
  if (!rounds.isOpeningSure(atStart)) votes.add(atStart)
  return votes.winner()
}

/**
 * A variable of which something is hidden that can decide how long triggers follow each other, or to how many states:
 * one that their conditions ask about, or else their effects, or else what calls them. Null if all is seen.
 */
export function chooseVariableOfTriggers(cone: Cone, sight: Sight): number | null {
  const isHidden = (variable: number | null): variable is number => variable !== null && !sight.isExact(variable)
  const ofConditions = new Votes(cone)
  const ofEffects = new Votes(cone)
  const ofCalls = new Votes(cone)
  for (const { condition, effects, firedVariable, onVariable } of cone.triggers) {
    ofConditions.add([...testedBy(condition), firedVariable, onVariable].filter(isHidden))
    ofEffects.add(new Set(effects.flatMap((effect) => [...testedBy(effect)]).filter(isHidden)))
  }
  for (const { root } of cone.programs) ofCalls.add([...testedBy(root)].filter(isHidden))
  return ofConditions.winner() ?? ofEffects.winner() ?? ofCalls.winner()
}

function observed(exploration: ProjectedExploration, target: Target, state: number): Doubts | null {
  return target.kind === 'goal' ? findDoubtsOfObservers(exploration, state, target.goal) : null
}

class Votes {
  private readonly cone: Cone
  private readonly counts = new Map<number, number>()

  constructor(cone: Cone) {
    this.cone = cone
  }

  add(doubts: Iterable<number>): void {
    for (const variable of doubts) this.counts.set(variable, (this.counts.get(variable) ?? 0) + 1)
  }

  /** The variable with the most votes; of several, that with the fewest values. */
  winner(): number | null {
    const sizeOf = (variable: number): number => this.cone.valuesOf(variable).length
    const [winner] = [...this.counts].sort(
      ([left, leftVotes], [right, rightVotes]) =>
        rightVotes - leftVotes || sizeOf(left) - sizeOf(right) || left - right,
    )
    return winner?.[0] ?? null
  }
}
