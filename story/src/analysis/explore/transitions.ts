import type { Entity, Gamebook, GamebookFunction } from '../../gamebook/gamebook.ts'
import { performCall } from '../../play/callFunction.ts'
import { offerFunction } from '../../play/offeredFunctions.ts'
import { runTriggers } from '../../play/runTriggers.ts'
import { startState, type StoryState } from '../../state/storyState.ts'
import { isTrueOrReport, type ReportFailure } from '../../state/errorFallback.ts'
import type { World } from '../../state/world.ts'
import { edgesFrom } from '../../traits/graph/check.ts'
import { currentNodeId } from '../../traits/graph/currentNode.ts'
import { worldOf } from '../../traits/worldOf.ts'
import type { Rule } from '../model/rule.ts'
import type { Slice } from '../model/slices.ts'
import { listCalls } from './listCalls.ts'
import { forEachOutcome, type Dice, type DiceOutcomes } from './diceOutcomes.ts'
import type { Coverage, Witness } from './coverage.ts'
import { project, StateEncoding, withChanges, type EncodingChange, type Columns } from './stateEncoding.ts'
import type { Step } from './step.ts'

/** What a call changes, before what follows by itself. */
export interface CallTransition extends Step {
  readonly changes: readonly EncodingChange[]
  readonly ended: string | null
}

/** Where a call leads, or the opening. */
export interface Successor {
  readonly rolls: readonly Dice[]
  readonly code: string
  readonly ended: string | null
}

/**
 * The rules of a slice, worked out by the engine once for every combination of what they read: what a function does
 * depends on nothing but the cells that it reads.
 */
export class SliceTransitions {
  readonly code: StateEncoding
  readonly sampled = new Set<string>()
  isWhole = true
  private readonly gamebook: Gamebook
  /** The gamebook with the functions and triggers of the slice alone: the others change nothing here. */
  private readonly part: Gamebook
  private readonly world: World
  private readonly coverage: Coverage
  private readonly outcomesOf: DiceOutcomes
  private readonly functions: readonly Remembered<GamebookFunction, readonly CallTransition[]>[]
  private readonly triggers: Remembered<null, readonly SettledPart[]>

  constructor(gamebook: Gamebook, slice: Slice, coverage: Coverage, outcomesOf: DiceOutcomes) {
    this.gamebook = gamebook
    this.coverage = coverage
    this.outcomesOf = outcomesOf
    this.code = new StateEncoding(gamebook, slice.cells)
    const actors = new Map(slice.actors.map((actor) => [`${actor.kind} ${actor.id}`, actor]))
    const functions = gamebook.functions.filter(({ name }) => actors.has(`function ${name}`))
    this.part = { ...gamebook, functions, triggers: gamebook.triggers.filter(({ id }) => actors.has(`trigger ${id}`)) }
    this.world = { ...worldOf(this.part, startState(0)), observe: coverage.observe }
    this.functions = functions.map((fn) =>
      this.remember(
        fn,
        slice.actors.filter(({ kind, id }) => kind === 'function' && id === fn.name),
      ),
    )
    this.triggers = this.remember(
      null,
      slice.actors.filter(({ kind }) => kind !== 'function'),
    )
  }

  /** What the opening leads to. */
  openings(witness: Witness): readonly Successor[] {
    return this.settleAt(startState(0), witness).map(({ rolls, state }) => {
      return { rolls, code: this.code.encode(state), ended: endedBy(state) }
    })
  }

  /** Every call that is accepted at a state, each way the dice can fall. */
  *callsAt(code: string, witness: Witness): Generator<CallTransition, void> {
    for (const { subject, reads, writes, known } of this.functions) {
      const asked = project(code, reads)
      let consequences = known.get(asked)
      if (consequences === undefined) {
        consequences = this.consequencesOf(subject, code, writes, witness)
        known.set(asked, consequences)
      }
      yield* consequences
    }
  }

  /** Where a call leads once everything has followed that follows by itself. */
  settled(before: string, { changes, ended }: CallTransition, witness: Witness): readonly Successor[] {
    const code = withChanges(before, changes)
    const { reads, writes, known } = this.triggers
    if (reads.length === 0) return [{ rolls: [], code, ended }]
    const asked = project(code, reads)
    let parts = known.get(asked)
    if (parts === undefined) {
      parts = this.settleAt(this.code.decode(code), witness).map(({ rolls, state }) => {
        return { rolls, changes: this.code.changes(code, state, writes), ended: endedBy(state) }
      })
      known.set(asked, parts)
    }
    return parts.map((part) => ({
      rolls: part.rolls,
      code: withChanges(code, part.changes),
      ended: ended ?? part.ended,
    }))
  }

  private remember<Subject, Result>(subject: Subject, actors: readonly Rule[]): Remembered<Subject, Result> {
    const writes = actors.some(({ resets }) => resets)
      ? this.code.allPlaces
      : this.code.placesOf(actors.flatMap((actor) => [...actor.writes.keys()]))
    const asked = actors.flatMap(({ reads, hinges }) => [...reads.cells.keys(), ...hinges.keys()])
    return { subject, writes, reads: [...new Set([...this.code.placesOf(asked), ...writes])], known: new Map() }
  }

  private consequencesOf(
    fn: GamebookFunction,
    code: string,
    writes: Columns,
    witness: Witness,
  ): readonly CallTransition[] {
    const world = { ...this.world, state: this.code.decode(code) }
    const report = this.reportAt(witness)
    this.askWays(world, fn, report)
    const offered = offerFunction(world, fn, report)
    if (offered === null) return []
    this.coverage.offered.add(fn.name)
    const calls = listCalls(this.gamebook, offered)
    if (!calls.isWhole) this.sampled.add(fn.name)
    const consequences = new Map<string, CallTransition>()
    for (const args of calls.args) {
      const { outcomes, isWhole } = forEachOutcome(this.outcomesOf, (rollDice) =>
        performCall({ ...world, rollDice }, { function: fn.name, args, by: 'tool' }, report),
      )
      this.isWhole &&= isWhole
      for (const { result, rolls } of outcomes) {
        if (result.refusal !== null) {
          this.coverage.addRefusal(fn.name, result.refusal.code)
          continue
        }
        const step = { function: fn.name, args, rolls }
        this.coverage.addCall(result.receipt, world, () => [...witness(), step])
        const changes = this.code.changes(code, result.state, writes)
        const ended = endedBy(result.state)
        const alike = `${changes.join()} ${ended ?? ''}`
        if (!consequences.has(alike)) consequences.set(alike, { ...step, changes, ended })
      }
    }
    return [...consequences.values()]
  }

  /** Ways are asked whether or not the function is offered that takes them: its guard may shadow theirs. */
  private askWays(world: World, { mainAction }: GamebookFunction, report: ReportFailure): void {
    if (mainAction?.action !== 'graph/transition') return
    const graph = graphNamed(this.part, mainAction.args.get('entity_id'))
    if (graph?.graph === undefined) return
    for (const { to, enabled } of edgesFrom(world, graph)) {
      const requires = world.gamebook.entities.get(to)?.graphNode?.requires ?? null
      for (const condition of [enabled, requires]) {
        if (condition !== null && !this.coverage.isSettled(condition)) {
          isTrueOrReport(world, condition, `${currentNodeId(world, graph)}.edges.${to}`, report)
        }
      }
    }
  }

  private settleAt(state: StoryState, witness: Witness): readonly { rolls: readonly Dice[]; state: StoryState }[] {
    const { outcomes, isWhole } = forEachOutcome(this.outcomesOf, (rollDice) =>
      runTriggers({ ...this.world, state, rollDice }, this.reportAt(witness)),
    )
    this.isWhole &&= isWhole
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

interface SettledPart {
  readonly rolls: readonly Dice[]
  readonly changes: readonly EncodingChange[]
  readonly ended: string | null
}

/** Rules with what they came to, by what they read. */
interface Remembered<Subject, Result> {
  readonly subject: Subject
  readonly reads: Columns
  readonly writes: Columns
  readonly known: Map<string, Result>
}

function endedBy({ ended }: StoryState): string | null {
  if (ended === undefined) return null
  return 'node' in ended ? ended.node : `: ${ended.reason ?? ''}`
}

function graphNamed({ entities }: Gamebook, id: unknown): Entity | undefined {
  return typeof id === 'string' ? entities.get(id) : undefined
}
