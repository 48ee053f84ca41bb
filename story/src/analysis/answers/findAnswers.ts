import type { Condition } from '../../expressions/expression.ts'
import type { Gamebook } from '../../gamebook/gamebook.ts'
import { events, type StoryEvent } from '../programs/event.ts'
import { listObservers, type Observer } from '../programs/observers.ts'
import type { Programs } from '../programs/programs.ts'
import { countCalls } from '../steps/step.ts'
import { tracePrograms } from '../programs/tracePrograms.ts'
import { findValueSets } from '../values/findValueSets.ts'
import type { ValueSets } from '../values/valueSets.ts'
import { withinLimits } from '../verdict/deadline.ts'
import { notKnown, proven, shown, type Possibility } from '../verdict/verdict.ts'
import type { Answers, Effort, Failure, Locks, OpenQuestion, Path, QuestionSubject, TriggerLoop } from './answers.ts'
import { Budget, type AnswerLimits } from './budget.ts'
import { countQuestions, FAILURE, LOOP } from './countQuestions.ts'
import { createConeBuilder } from '../cone/buildCone.ts'
import type { GamebookCone } from '../cone/cone.ts'
import type { Question } from '../cone/question.ts'
import { ConeSearch } from './coneSearch.ts'
import { EventSearch } from './eventSearch.ts'
import { openAnswers } from './openAnswers.ts'
import { LockSearch } from './lockSearch.ts'
import { PathPlayer } from './pathPlayer.ts'
import { ShownPlays } from './shownPlays.ts'

export interface AnswerOptions extends AnswerLimits {
  /** More to look at between two calls, with events of its own. */
  readonly observers?: readonly Observer[]
  /** Asks what the caller is going to ask, so the progress can say of how many questions. */
  readonly rehearse?: (answers: Answers) => void
  /** If the caller has traced the gamebook, with the same observers. */
  readonly traced?: TracedGamebook
}

export interface TracedGamebook {
  readonly programs: Programs
  readonly sets: ValueSets
}

/** Asks the provers, the cheapest first, and keeps every answer. */
export function findAnswers(gamebook: Gamebook, options: AnswerOptions = {}): Answers {
  const { observers = [], rehearse, traced, ...limits } = options
  const budget = new Budget(limits)
  return withinLimits((): Answers => {
    const known = traced ?? trace(gamebook, options, budget)
    return new AnswerBook(gamebook, { observers, rehearse, known, budget })
  }, openAnswers)
}

function trace(gamebook: Gamebook, options: AnswerOptions, { deadline }: Budget): TracedGamebook {
  const programs = tracePrograms(gamebook, options.observers ?? [], deadline)
  return { programs, sets: findValueSets(programs, options) }
}

interface BookOptions {
  readonly observers: readonly Observer[]
  readonly rehearse: AnswerOptions['rehearse']
  readonly known: TracedGamebook
  readonly budget: Budget
}

class AnswerBook implements Answers {
  private readonly programs: Programs
  private readonly sets: ValueSets
  private readonly plays: ShownPlays
  private readonly player: PathPlayer
  private readonly budget: Budget
  /** Null if the time ended before it began. */
  private readonly search: EventSearch | null
  private readonly buildCone: (question: Question) => GamebookCone
  private readonly numbers: ReadonlyMap<Condition, number>
  private readonly possibilities = new Map<StoryEvent, Possibility>()
  private readonly paths = new Map<StoryEvent, Path | null>()
  private readonly locks = new Map<number, Locks>()

  constructor(gamebook: Gamebook, { observers: more, rehearse, known, budget }: BookOptions) {
    const observers = [...listObservers(gamebook), ...more]
    this.budget = budget
    this.programs = known.programs
    this.sets = known.sets
    if (rehearse !== undefined) this.budget.expect(countQuestions(this.programs.conditions, this.sets.events, rehearse))
    this.numbers = new Map(this.programs.conditions.map((condition, index) => [condition, index]))
    const watched = { gamebook, observers, numberOf: (condition: Condition) => this.numbers.get(condition) }
    this.plays = new ShownPlays(watched, constantAmong(observers, this.programs))
    this.player = new PathPlayer(this.plays)
    this.buildCone = createConeBuilder(this.programs, this.sets)
    this.search = withinLimits(
      (): EventSearch | null =>
        new EventSearch(this.programs, this.sets, this.buildCone, this.plays, this.player, budget),
      () => null,
    )
  }

  get conditions(): readonly Condition[] {
    return this.programs.conditions
  }

  canHappen(event: StoryEvent): Possibility {
    const known = this.possibilities.get(event)
    if (known !== undefined) return known
    const possibility = this.decide(event)
    this.possibilities.set(event, possibility)
    this.budget.countAnswer(possibility.kind !== 'not-known')
    return possibility
  }

  conditionCanBe(condition: Condition, value: boolean): Possibility | null {
    const number = this.numbers.get(condition)
    return number === undefined ? null : this.canHappen(events.condition(number, value))
  }

  pathTo(event: StoryEvent): Path | null {
    const known = this.paths.get(event)
    if (known !== undefined) return known
    const path = this.canHappen(event).kind === 'shown' ? this.shortenPath(event) : null
    this.paths.set(event, path)
    return path
  }

  softLocks(): Locks {
    return this.locksOf(null)
  }

  lostGoals(goal: number): Locks {
    return this.locksOf(goal)
  }

  failures(): readonly Failure[] {
    return this.shownWith(FAILURE).map(([where, steps]) => ({ where, steps }))
  }

  triggerLoops(): readonly TriggerLoop[] {
    return this.shownWith(LOOP).map(([triggers, steps]) => ({ triggers: triggers.split(' '), steps }))
  }

  effort(): Effort {
    const open = [...this.possibilities].flatMap(([event, verdict]): readonly OpenQuestion[] =>
      verdict.kind === 'not-known' ? [{ about: { kind: 'event', event }, reasons: verdict.reasons }] : [],
    )
    const openLocks = [...this.locks].flatMap(([goal, verdict]): readonly OpenQuestion[] => {
      const about: QuestionSubject = goal === ENDINGS ? { kind: 'soft-lock' } : { kind: 'goal-lost', goal }
      return verdict.kind === 'not-known' ? [{ about, reasons: verdict.reasons }] : []
    })
    const { states, calls } = this.budget
    return { states, calls, questions: this.possibilities.size + this.locks.size, open: [...open, ...openLocks] }
  }

  private decide(event: StoryEvent): Possibility {
    const steps = this.plays.stepsTo(event)
    if (steps !== null) return shown(steps, false)
    if (!this.sets.events.has(event)) {
      const byValues = withinLimits(
        (): Possibility => proven('values', 0, this.sets.reasonsAgainstNever(event)),
        notKnown,
      )
      if (byValues.kind === 'proven') return byValues
    }
    return this.search === null ? notKnown(this.budget.spent) : this.search.decide(event)
  }

  private shortenPath(event: StoryEvent): Path | null {
    const asShown = (): Path | null => {
      const steps = this.plays.stepsTo(event)
      return steps && { steps, isShortest: countCalls(steps) === 0 }
    }
    const { search } = this
    return search === null ? asShown() : withinLimits(() => search.shortenPath(event), asShown)
  }

  /** What plays have shown, by what follows a prefix. */
  private shownWith(prefix: string): readonly (readonly [string, Path['steps']])[] {
    const possible = [...this.sets.events, ...this.plays.events()].filter((event) => event.startsWith(prefix))
    return [...new Set(possible)].flatMap((event) => {
      const possibility = this.canHappen(event)
      return possibility.kind === 'shown' ? [[event.slice(prefix.length), possibility.steps] as const] : []
    })
  }

  /** @param goal its position in the gamebook; null for all endings */
  private locksOf(goal: number | null): Locks {
    const key = goal ?? ENDINGS
    const known = this.locks.get(key)
    if (known !== undefined) return known
    const locks = withinLimits((): Locks => this.findLocks(goal), notKnown)
    this.locks.set(key, locks)
    this.budget.countAnswer(locks.kind !== 'not-known')
    return locks
  }

  private findLocks(goal: number | null): Locks {
    const event = goal === null ? null : events.metGoal(goal)
    const goals = event === null ? [] : [event]
    const own = new ConeSearch(this.buildCone({ goals, endings: 'all' }), this.budget)
    const search = this.search?.exploredLike(own) ?? own
    const target =
      event === null ? ({ kind: 'ending' } as const) : ({ kind: 'goal', goal: search.goalOf(event) } as const)
    return new LockSearch(search, target, this.player, this.budget).find()
  }
}

/** The observers that see the same in all states. Several can have one name. */
function constantAmong(observers: readonly Observer[], { programs }: Programs): ReadonlySet<Observer> {
  const varying = new Set(
    programs.flatMap(({ subject, root }) =>
      subject.kind === 'observer' && root?.kind !== 'leaf' ? [subject.name] : [],
    ),
  )
  return new Set(observers.filter(({ name }) => !varying.has(name)))
}

/** The key of all endings among the positions of goals. */
const ENDINGS = -1
