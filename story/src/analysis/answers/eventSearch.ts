import type { GamebookCone } from '../cone/cone.ts'
import type { Question } from '../cone/question.ts'
import { isGoal, type StoryEvent } from '../programs/event.ts'
import type { Programs } from '../programs/programs.ts'
import { decideAlways } from '../projection/decideByProjection.ts'
import type { Exploration } from '../search/exploreStates.ts'
import type { SearchLimits } from '../search/searchLimits.ts'
import type { Occurrence, SearchTree } from '../search/searchTree.ts'
import { countCalls } from '../steps/step.ts'
import type { SymbolicSolution } from '../symbolic/solveSymbolically.ts'
import type { ValueSets } from '../values/valueSets.ts'
import { withinLimits } from '../verdict/deadline.ts'
import type { Reason } from '../verdict/reason.ts'
import { notKnown, proven, shown, type Possibility, type Prover } from '../verdict/verdict.ts'
import type { Path } from './answers.ts'
import type { Budget } from './budget.ts'
import { ConeSearch } from './coneSearch.ts'
import { isQuestion } from './isQuestion.ts'
import { countCallsTo, leastCalls } from './leastCalls.ts'
import type { PathPlayer } from './pathPlayer.ts'
import { randomSteps } from './randomSteps.ts'
import type { ShownPlays } from './shownPlays.ts'
import { toReasons } from './toReasons.ts'

interface Solved {
  readonly search: ConeSearch
  readonly solution: SymbolicSolution | Reason
}

/** What one prover says: null if nothing. */
type Attempt = (event: StoryEvent) => Possibility | null

/** Decides whether events can happen that the value sets don't exclude. Plays that it finds show others as well. */
export class EventSearch {
  private readonly programs: Programs
  private readonly buildCone: (question: Question) => GamebookCone
  private readonly plays: ShownPlays
  private readonly player: PathPlayer
  private readonly budget: Budget
  /** All events at once, as far as that goes. */
  private readonly whole: ConeSearch
  private readonly exploration: Exploration
  /** The events that no play had shown when the first of them was solved. */
  private open: Solved | null = null
  /** The events that can happen according to decision diagrams. */
  private readonly solved = new Set<StoryEvent>()
  /** The cone of the last event. */
  private own: { readonly event: StoryEvent; readonly search: ConeSearch } | null = null

  constructor(
    programs: Programs,
    sets: ValueSets,
    buildCone: (question: Question) => GamebookCone,
    plays: ShownPlays,
    player: PathPlayer,
    budget: Budget,
  ) {
    this.programs = programs
    this.buildCone = buildCone
    this.plays = plays
    this.player = player
    this.budget = budget
    const goals = [...sets.events].filter((event) => isQuestion(event) && (!plays.has(event) || isGoal(event)))
    this.whole = new ConeSearch(buildCone({ goals, endings: 'all' }), budget)
    this.exploration = this.whole.exploreFirst()
    if (this.exploration.stopped === null) this.showAll(this.exploration)
    else this.showMost()
  }

  /** The cone of everything, if all its states were explored and are those of another cone as well; null if not. */
  exploredLike(other: ConeSearch): ConeSearch | null {
    return this.exploration.stopped === null && this.whole.hasStatesOf(other) ? this.whole : null
  }

  decide(event: StoryEvent): Possibility {
    const attempts: readonly Attempt[] = [
      (asked) => this.readWhole(asked),
      (asked) => this.searchOpen(asked),
      (asked) => this.exploreFirst(asked),
      (asked) => this.solve(asked),
      (asked) => this.searchGuided(asked),
      (asked) => this.project(asked),
      (asked) => this.explore(asked),
    ]
    const reasons: Reason[] = []
    for (const attempt of attempts) {
      const answer = this.budget.isSpent
        ? notKnown(this.budget.spent)
        : withinLimits((): Possibility | null => attempt(event), notKnown)
      if (answer === null) continue
      if (answer.kind !== 'not-known') return answer
      reasons.push(...answer.reasons)
    }
    return notKnown(...toReasons(reasons))
  }

  /** A path to an event that a play has shown: the shortest one, if that is found. */
  shortenPath(event: StoryEvent): Path | null {
    const known = this.plays.stepsTo(event)
    if (known === null) return null
    if (countCalls(known) === 0) return { steps: known, isShortest: true }
    const shortest = this.shortestIn(this.whole, this.exploration, event, known)
    const own = shortest === null && !this.budget.isSpent ? this.shortestInOwn(event, known) : null
    return shortest ?? own ?? { steps: known, isShortest: false }
  }

  private shortestInOwn(event: StoryEvent, known: Path['steps']): Path | null {
    const search = this.ownSearch(event)
    return this.shortestIn(search, search.exploreFirst(), event, known)
  }

  private shortestIn(
    search: ConeSearch,
    { goals, tree }: Exploration,
    event: StoryEvent,
    known: Path['steps'],
  ): Path | null {
    const occurrence = goals.get(search.goalOf(event))
    if (occurrence === undefined) return null
    // The last call needn't be made where the event is that it is offered: then a play has fewer calls.
    const isShort = countCalls(known) < countCallsTo(tree, occurrence)
    if (!isShort && this.player.playTo(search, tree, occurrence) === null) return null
    const steps = this.plays.stepsTo(event) ?? known
    return { steps, isShortest: search.hasAllPaths && countCalls(steps) <= leastCalls(event, tree, occurrence) }
  }

  private readWhole(event: StoryEvent): Possibility | null {
    return this.whole.goalOf(event) === -1 ? null : this.judge(this.whole, this.exploration, event)
  }

  private exploreFirst(event: StoryEvent): Possibility | null {
    const search = this.ownSearch(event)
    return this.judge(search, search.exploreFirst(), event)
  }

  private explore(event: StoryEvent): Possibility | null {
    const search = this.ownSearch(event)
    return this.judge(search, search.explore(this.budget.large()), event)
  }

  private judge(search: ConeSearch, { goals, tree, stopped }: Exploration, event: StoryEvent): Possibility | null {
    const occurrence = goals.get(search.goalOf(event))
    if (occurrence !== undefined) return this.show(search, tree, occurrence, event)
    return stopped === null ? this.exclude(search, 'exact', tree.size) : notKnown(stopped)
  }

  /** A short look in the cone of all open events, which needn't be built for each. */
  private searchOpen(event: StoryEvent): Possibility | null {
    const { search } = this.openEvents()
    return search.goalOf(event) === -1 ? null : this.searchIn(search, event, this.budget.short())
  }

  private searchGuided(event: StoryEvent): Possibility | null {
    return this.searchIn(this.ownSearch(event), event, this.budget.guided())
  }

  private searchIn(search: ConeSearch, event: StoryEvent, limits: SearchLimits): Possibility | null {
    const { outcome, tree } = search.searchGuided({ kind: 'event', goal: search.goalOf(event) }, limits)
    this.budget.states += tree.size
    if (outcome.kind === 'found') return this.show(search, tree, outcome.at, event)
    return outcome.kind === 'exhausted' ? this.exclude(search, 'exact', tree.size) : null
  }

  private project(event: StoryEvent): Possibility | null {
    // Decision diagrams are exact: a projection has nothing to add.
    if (this.solved.has(event)) return null
    const search = this.ownSearch(event)
    const goal = search.goalOf(event)
    const excluding: number[] = []
    const { states } = decideAlways(
      search.cone,
      { kind: 'goal', goal },
      {
        limits: this.budget.projections(),
        onProjection: ({ stopped, goals, states: found }) => {
          if (stopped === null && !goals.has(goal)) excluding.push(found.size)
        },
        isPlayed: () => excluding.length > 0,
      },
    )
    this.budget.states += states
    const [excludedBy] = excluding
    return excludedBy === undefined ? null : this.exclude(search, 'projection', excludedBy)
  }

  /** With decision diagrams: first all open events at once, then the event alone. */
  private solve(event: StoryEvent): Possibility | null {
    const open = this.openEvents()
    const isAmongOpen = !('kind' in open.solution) && open.search.goalOf(event) !== -1
    const { search, solution } = isAmongOpen ? open : this.solveAlone(event)
    if ('kind' in solution) return notKnown(solution)
    if (!solution.goals.has(search.goalOf(event))) return this.exclude(search, 'symbolic', solution.states)
    this.solved.add(event)
    return null
  }

  private solveAlone(event: StoryEvent): Solved {
    const search = this.ownSearch(event)
    return { search, solution: search.solve(this.budget.diagrams()) }
  }

  /** All events that no play had shown when this was called first. */
  private openEvents(): Solved {
    if (this.open !== null) return this.open
    const goals = this.whole.cone.goals.filter((event) => !this.plays.has(event))
    const search = new ConeSearch(this.buildCone({ goals, endings: 'none' }), this.budget)
    this.open = { search, solution: search.solve(this.budget.diagrams()) }
    return this.open
  }

  private exclude(search: ConeSearch, by: Prover, states: number): Possibility {
    return proven(by, states, search.reasons(by))
  }

  private show(search: ConeSearch, tree: SearchTree, occurrence: Occurrence, event: StoryEvent): Possibility {
    this.player.playTo(search, tree, occurrence, 'always')
    const played = this.plays.stepsTo(event)
    return played === null ? notKnown({ kind: 'not-replayed' }) : shown(played, false)
  }

  private ownSearch(event: StoryEvent): ConeSearch {
    if (this.own?.event === event) return this.own.search
    const search = new ConeSearch(this.buildCone({ goals: [event], endings: 'none' }), this.budget)
    this.own = { event, search }
    return search
  }

  /** Shows as much as a few plays can: most of what can happen in a large gamebook. */
  private showMost(): void {
    for (const steps of randomSteps(this.programs.gamebook)) this.plays.add(steps, 'at-both-ends')
    const most = this.whole.searchMost(this.budget.upTo(100_000))
    this.budget.states += most.tree.size
    this.showAll(most)
  }

  /** Plays to what was met, the farthest first: most of the rest is on the path there. */
  private showAll({ goals, tree }: Pick<Exploration, 'goals' | 'tree'>): void {
    const farthest = [...goals].toSorted(([, a], [, b]) => b.state - a.state)
    for (const [goal, occurrence] of farthest) {
      if (this.budget.isSpent) return
      const event = this.whole.cone.goals[goal]
      if (event !== undefined && !this.plays.has(event)) this.player.playTo(this.whole, tree, occurrence)
    }
  }
}
