import type { Gamebook } from '../../gamebook/gamebook.ts'
import type { StoryState } from '../../state/storyState.ts'
import { replay } from '../steps/replay.ts'
import { countCalls, formatStep, type Step } from '../steps/step.ts'
import { decideAlways, type AlikeStates } from '../projection/decideByProjection.ts'
import type { Target } from '../projection/exploreProjection.ts'
import type { Exploration } from '../search/exploreStates.ts'
import { findLocked, type LockEntry } from '../search/findLocked.ts'
import type { Occurrence } from '../search/searchTree.ts'
import type { SearchGoal } from '../search/searchGoal.ts'
import { withinLimits } from '../verdict/deadline.ts'
import type { Reason } from '../verdict/reason.ts'
import { notKnown, proven, type Prover } from '../verdict/verdict.ts'
import type { Locks } from './answers.ts'
import type { Budget } from './budget.ts'
import type { ConeSearch } from './coneSearch.ts'
import type { PathPlayer } from './pathPlayer.ts'
import { proveLocked } from './proveLocked.ts'
import { toReasons } from './toReasons.ts'

/** How many paths to locked states are kept. */
const MAX_PATHS = 5
/** The steps to locked states that are looked at, nearest first. */
const MAX_ENTRIES = 2_000

/** How many paths are looked at from their end. */
const MAX_PROOFS = 10

/** Finds states in which the story goes on but the target of a search can't be reached any more. */
export class LockSearch {
  private readonly search: ConeSearch
  private readonly target: Target
  private readonly player: PathPlayer
  private readonly budget: Budget
  private proofs = 0

  constructor(search: ConeSearch, target: Target, player: PathPlayer, budget: Budget) {
    this.search = search
    this.target = target
    this.player = player
    this.budget = budget
  }

  find(): Locks {
    const attempts: readonly (() => Locks | null)[] = [
      () => this.judge(this.search.exploreFirst()),
      () => this.solve(),
      () => this.project(),
      () => this.searchDeadEnd(),
      () => this.judge(this.search.explore(this.budget.large())),
    ]
    const reasons: Reason[] = []
    for (const attempt of attempts) {
      const answer = this.budget.isSpent
        ? notKnown(this.budget.spent)
        : withinLimits((): Locks | null => attempt(), notKnown)
      if (answer === null) continue
      if (answer.kind !== 'not-known') return answer
      reasons.push(...answer.reasons)
    }
    return notKnown(...toReasons(reasons))
  }

  private judge(exploration: Exploration): Locks | null {
    const { search, target } = this
    const { tree, stopped } = exploration
    const locked = findLocked(exploration, target.kind === 'ending' ? null : target.goal)
    if (locked.count === 0)
      return stopped === null ? proven('exact', tree.size, search.reasonsAgainstAlways('exact')) : notKnown(stopped)
    const paths = this.realizeEntries(exploration, locked.entries)
    return this.locked('exact', tree.size, paths, stopped === null ? locked.count : null)
  }

  /** The first path for each call that leads to a locked state. */
  private realizeEntries(exploration: Exploration, entries: readonly LockEntry[]): readonly (readonly Step[])[] {
    const paths = new Map<string, readonly Step[]>()
    const known = new Set<string>()
    for (const { at, key } of entries.slice(0, MAX_ENTRIES).flatMap((entry) => stepsInto(exploration, entry))) {
      if (paths.size >= MAX_PATHS) break
      if (known.has(key)) continue
      known.add(key)
      const steps = this.player.playTo(this.search, exploration.tree, at)
      const last = steps?.at(-1)
      const name = last === undefined ? '' : formatStep({ ...last, rolls: [] })
      if (steps !== null && !paths.has(name)) paths.set(name, steps)
    }
    return [...paths.values()]
  }

  private project(): Locks | null {
    const { search, budget, target } = this
    let steps: readonly Step[] | null = null
    const decision = decideAlways(search.cone, target, {
      limits: budget.projections(),
      isPlayed: (locked) => {
        steps = this.pathToAny(locked)
        return steps !== null
      },
    })
    budget.states += decision.states
    switch (decision.kind) {
      case 'always':
        return proven('projection', decision.states, search.reasonsAgainstAlways('projection'))
      case 'locked':
        steps ??= this.pathToAny(decision.locked)
        return this.locked('projection', decision.states, steps === null ? [] : [steps], null)
      case 'open':
        return notKnown(decision.reason)
    }
  }

  private solve(): Locks | null {
    const { search, budget, target } = this
    const solution = search.solve(budget.diagrams())
    if ('kind' in solution) return notKnown(solution)
    const locked = target.kind === 'ending' ? solution.locked() : solution.lost(target.goal)
    if ('kind' in locked) return notKnown(locked)
    if (locked.example === null) return proven('symbolic', solution.states, search.reasonsAgainstAlways('symbolic'))
    const values = [...locked.example.slice(0, -1)]
    const steps = this.pathToAny([{ variables: search.cone.variables, values }])
    return this.locked('symbolic', solution.states, steps === null ? [] : [steps], locked.count)
  }

  /** A state from which the target can't be reached even if nothing ever became false. */
  private searchDeadEnd(): Locks | null {
    const { search, budget, target, player } = this
    const goal: SearchGoal =
      target.kind === 'ending' ? { kind: 'ending', ending: null } : { kind: 'event', goal: target.goal }
    const { tree, deadEnd } = search.searchGuided(goal, budget.guided())
    budget.states += tree.size
    const steps = deadEnd === null ? null : player.playTo(search, tree, { state: deadEnd, step: null })
    return steps === null ? null : this.locked('values', tree.size, [steps], null)
  }

  /** A play to one of these states, the first of which play comes to. Null if none was found. */
  private pathToAny(alike: readonly AlikeStates[]): readonly Step[] | null {
    for (const { variables, values } of alike) {
      const wanted = new Map(variables.map((variable, index) => [variable, values[index] ?? 0]))
      const { outcome, tree } = this.search.searchGuided({ kind: 'values', values: wanted }, this.budget.guided())
      const path = outcome.kind === 'found' ? this.player.playTo(this.search, tree, outcome.at) : null
      if (path !== null) return path
    }
    return null
  }

  private locked(by: Prover, states: number, paths: readonly (readonly Step[])[], count: number | null): Locks {
    const proof = proven(by, states, this.search.reasonsAgainstAlways('exact'))
    if (proof.kind !== 'proven') return this.lockedAtEnd(paths) ?? proof
    if (paths.length === 0) return notKnown({ kind: 'not-replayed' })
    return { kind: 'locked', paths, proof, states: count }
  }

  /** The paths from whose end nothing leads on, whatever is in doubt in the rest of the story. Null without any. */
  private lockedAtEnd(paths: readonly (readonly Step[])[]): Locks | null {
    const { search, target, budget } = this
    const { source, goals } = search.cone
    const event = target.kind === 'ending' ? null : (goals[target.goal] ?? null)
    const locked = paths.flatMap((steps) => {
      if (this.proofs >= MAX_PROOFS || budget.isSpent) return []
      this.proofs += 1
      const state = stateAfter(source.gamebook, steps)
      const proof = state && proveLocked(source, state, event, budget.guided())
      return proof === null ? [] : [{ steps, proof }]
    })
    const [first] = locked
    if (first === undefined) return null
    return { kind: 'locked', paths: locked.map(({ steps }) => steps), proof: first.proof, states: null }
  }
}

/** Null if the engine refuses a call. */
function stateAfter(gamebook: Gamebook, steps: readonly Step[]): StoryState | null {
  const states = replay(gamebook, steps)
  return states.length === countCalls(steps) + 1 ? (states.at(-1) ?? null) : null
}

/** The steps into a locked state, each with a key of the call that leads there. */
function stepsInto({ tree }: Exploration, { from, to }: LockEntry): readonly { at: Occurrence; key: string }[] {
  if (from === -1) return [{ at: { state: to, step: null }, key: 'start' }]
  return tree.stepsBetween(from, to).map(([step, { program, leaf }]) => ({
    at: { state: from, step },
    key: `${program.program.index} ${leaf.id}`,
  }))
}
