import { movesGraph } from '../../actions/findAction.ts'
import type { Entity, Gamebook, GamebookFunction } from '../../gamebook/gamebook.ts'
import { performCall } from '../../play/callFunction.ts'
import { offerFunction } from '../../play/offeredFunctions.ts'
import { runTriggers } from '../../play/runTriggers.ts'
import { writeStartAnswers } from '../../state/startAnswers.ts'
import { listStartQuestions } from '../../state/startQuestions.ts'
import { startState, type StoryState } from '../../state/storyState.ts'
import { isTrueOrReport, type ReportFailure } from '../../state/errorFallback.ts'
import type { World } from '../../state/world.ts'
import { edgesFrom } from '../../traits/graph/edges.ts'
import { currentNodeId } from '../../traits/graph/currentNode.ts'
import { worldOf } from '../../traits/worldOf.ts'
import type { Rule } from '../model/rule.ts'
import type { Slice } from '../model/slices.ts'
import { listAnswers, toStartAnswers, type AnswerArgs } from '../model/startAnswers.ts'
import { listCalls } from './listCalls.ts'
import { forEachOutcome, type Dice, type DiceOutcomes } from './diceOutcomes.ts'
import type { Coverage, Witness } from './coverage.ts'
import { project, StateEncoding, withChanges, type EncodingChange, type Columns } from './stateEncoding.ts'
import { OPENING, type Step } from './step.ts'

/** What a call changes before triggers run. */
export interface CallTransition extends Step {
  readonly changes: readonly EncodingChange[]
  readonly ended: string | null
}

/** A state after the opening. */
export interface Opening extends Successor {
  /** Empty if the player keeps all suggestions. */
  readonly answers: AnswerArgs
}

const MAX_OPENINGS = 512

/** The state after a call or the opening, once triggers have run. */
export interface Successor {
  readonly rolls: readonly Dice[]
  readonly code: string
  readonly ended: string | null
}

/**
 * The transitions of a slice. The engine computes the effect of a function once for each combination of the values it
 * reads, because it depends on nothing else.
 */
export class SliceTransitions {
  readonly encoding: StateEncoding
  readonly sampled = new Set<string>()
  isComplete = true
  private readonly gamebook: Gamebook
  /** The gamebook with the functions and triggers of the slice only: the others change nothing here. */
  private readonly sliceGamebook: Gamebook
  private readonly world: World
  private readonly coverage: Coverage
  private readonly outcomesOf: DiceOutcomes
  private readonly functions: readonly RuleCache<GamebookFunction, readonly CallTransition[]>[]
  private readonly triggers: RuleCache<null, readonly TriggerTransition[]>

  constructor(gamebook: Gamebook, slice: Slice, coverage: Coverage, outcomesOf: DiceOutcomes) {
    this.gamebook = gamebook
    this.coverage = coverage
    this.outcomesOf = outcomesOf
    this.encoding = new StateEncoding(gamebook, slice.variables)
    const rules = new Map(slice.rules.map((rule) => [`${rule.kind} ${rule.id}`, rule]))
    const functions = gamebook.functions.filter(({ name }) => rules.has(`function ${name}`))
    this.sliceGamebook = {
      ...gamebook,
      functions,
      triggers: gamebook.triggers.filter(({ id }) => rules.has(`trigger ${id}`)),
    }
    this.world = { ...worldOf(this.sliceGamebook, startState(0)), observe: coverage.observe }
    this.functions = functions.map((fn) =>
      this.cacheFor(
        fn,
        slice.rules.filter(({ kind, id }) => kind === 'function' && id === fn.name),
      ),
    )
    this.triggers = this.cacheFor(
      null,
      slice.rules.filter(({ kind }) => kind === 'trigger' || kind === 'reveal'),
    )
  }

  /** The states in which a story can start, one for each combination of answers to its questions. */
  openings(witness: Witness): readonly Opening[] {
    return this.listAnswers().flatMap((answers) => {
      const start = writeStartAnswers(this.gamebook, startState(0), toStartAnswers(answers))
      return this.runTriggersAt(start, witness).map(({ rolls, state }) => {
        return { answers, rolls, code: this.encoding.encode(state), ended: endedBy(state) }
      })
    })
  }

  /** Answers to the questions that decide something in this slice. */
  private listAnswers(): readonly AnswerArgs[] {
    const questions = listStartQuestions(this.gamebook)
      .map((question) => ({ question, name: `${question.entityId}.${question.field}` }))
      .filter(({ name }) => this.encoding.columnsOf([name]).length > 0)
    const lists = questions.map(({ question, name }) => ({ question, name, ...listAnswers(this.gamebook, question) }))
    const all = lists.reduce<readonly AnswerArgs[]>(
      (combined, { question, name, texts }) =>
        combined.flatMap((others) =>
          texts.map((text) => (text === question.suggestion ? others : { ...others, [name]: text })),
        ),
      [{}],
    )
    if (all.length > MAX_OPENINGS || lists.some(({ isComplete }) => !isComplete)) this.sampled.add(OPENING)
    return all.slice(0, MAX_OPENINGS)
  }

  /** Every call that is accepted in a state, with every outcome of its dice. */
  *callsAt(code: string, witness: Witness): Generator<CallTransition, void> {
    for (const { subject, reads, writes, results } of this.functions) {
      const key = project(code, reads)
      let calls = results.get(key)
      if (calls === undefined) {
        calls = this.computeCalls(subject, code, writes, witness)
        results.set(key, calls)
      }
      yield* calls
    }
  }

  /** The states after a call and the triggers it fires. */
  runTriggers(before: string, { changes, ended }: CallTransition, witness: Witness): readonly Successor[] {
    const code = withChanges(before, changes)
    const { reads, writes, results } = this.triggers
    if (reads.length === 0) return [{ rolls: [], code, ended }]
    const key = project(code, reads)
    let outcomes = results.get(key)
    if (outcomes === undefined) {
      outcomes = this.runTriggersAt(this.encoding.decode(code), witness).map(({ rolls, state }) => {
        return { rolls, changes: this.encoding.changes(code, state, writes), ended: endedBy(state) }
      })
      results.set(key, outcomes)
    }
    return outcomes.map((outcome) => ({
      rolls: outcome.rolls,
      code: withChanges(code, outcome.changes),
      ended: ended ?? outcome.ended,
    }))
  }

  private cacheFor<Subject, Result>(subject: Subject, rules: readonly Rule[]): RuleCache<Subject, Result> {
    const writes = rules.some(({ resets }) => resets)
      ? this.encoding.allColumns
      : this.encoding.columnsOf(rules.flatMap((rule) => [...rule.writes.keys()]))
    const inputs = rules.flatMap(({ reads, refusalInputs }) => [...reads.variables.keys(), ...refusalInputs.keys()])
    return { subject, writes, reads: [...new Set([...this.encoding.columnsOf(inputs), ...writes])], results: new Map() }
  }

  private computeCalls(
    fn: GamebookFunction,
    code: string,
    writes: Columns,
    witness: Witness,
  ): readonly CallTransition[] {
    const world = { ...this.world, state: this.encoding.decode(code) }
    const report = this.reportAt(witness)
    this.evaluateEdgeGuards(world, fn, report)
    const offered = offerFunction(world, fn, report)
    if (offered === null) return []
    this.coverage.offered.add(fn.name)
    const calls = listCalls(this.gamebook, offered)
    if (!calls.isComplete) this.sampled.add(fn.name)
    const transitions = new Map<string, CallTransition>()
    for (const args of calls.args) {
      const { outcomes, isComplete } = forEachOutcome(this.outcomesOf, (rollDice) =>
        performCall({ ...world, rollDice }, { function: fn.name, args, by: 'tool' }, report),
      )
      this.isComplete &&= isComplete
      for (const { result, rolls } of outcomes) {
        if (result.refusal !== null) {
          this.coverage.addRefusal(fn.name, result.refusal.code)
          continue
        }
        const step = { function: fn.name, args, rolls }
        this.coverage.addCall(result.receipt, world, () => [...witness(), step])
        const changes = this.encoding.changes(code, result.state, writes)
        const ended = endedBy(result.state)
        const effect = `${changes.join()} ${ended ?? ''}`
        if (!transitions.has(effect)) transitions.set(effect, { ...step, changes, ended })
      }
    }
    return [...transitions.values()]
  }

  /** Evaluates the guards of edges even if their function is not offered: its own guard would hide them. */
  private evaluateEdgeGuards(world: World, { mainAction }: GamebookFunction, report: ReportFailure): void {
    if (mainAction === null || !movesGraph(mainAction.action)) return
    const graph = graphNamed(this.sliceGamebook, mainAction.args.get('entity_id'))
    if (graph?.graph === undefined) return
    for (const { id, to, enabled } of edgesFrom(world, graph)) {
      const requires = world.gamebook.entities.get(to)?.graphNode?.requires ?? null
      for (const condition of [enabled, requires]) {
        if (condition !== null && !this.coverage.isSettled(condition)) {
          isTrueOrReport(world, condition, `${currentNodeId(world, graph)}.edges.${id}`, report)
        }
      }
    }
  }

  private runTriggersAt(state: StoryState, witness: Witness): readonly { rolls: readonly Dice[]; state: StoryState }[] {
    const { outcomes, isComplete } = forEachOutcome(this.outcomesOf, (rollDice) =>
      runTriggers({ ...this.world, state, rollDice }, this.reportAt(witness)),
    )
    this.isComplete &&= isComplete
    return outcomes.map(({ result, rolls }) => {
      this.coverage.addReceipts(result.receipts, witness)
      this.coverage.addFired(state, result.state)
      return { rolls, state: result.state }
    })
  }

  private reportAt(witness: Witness): ReportFailure {
    return (where, error) => this.coverage.addFailure(where, error.message, witness)
  }
}

interface TriggerTransition {
  readonly rolls: readonly Dice[]
  readonly changes: readonly EncodingChange[]
  readonly ended: string | null
}

/** The results of some rules, by the values of the variables they read. */
interface RuleCache<Subject, Result> {
  readonly subject: Subject
  readonly reads: Columns
  readonly writes: Columns
  readonly results: Map<string, Result>
}

function endedBy({ ended }: StoryState): string | null {
  if (ended === undefined) return null
  return 'node' in ended ? ended.node : `: ${ended.reason ?? ''}`
}

function graphNamed({ entities }: Gamebook, id: unknown): Entity | undefined {
  return typeof id === 'string' ? entities.get(id) : undefined
}
