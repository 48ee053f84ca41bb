import { movesGraph } from '../../actions/findAction.ts'
import type { Condition } from '../../expressions/expression.ts'
import type { Gamebook } from '../../gamebook/gamebook.ts'
import { indexOf } from '../../gamebook/gamebookIndex.ts'
import type { Json } from '../../json.ts'
import type { ChangeRecord, EffectRecord, Receipt } from '../../state/receipt.ts'
import type { StoryState } from '../../state/storyState.ts'
import type { World } from '../../state/world.ts'
import { currentNodeId } from '../../traits/graph/currentNode.ts'
import type { Step } from './step.ts'

/** The shortest calls from the start of the story that show something. */
export type Witness = () => readonly Step[]

/** What happened in the explored part of a gamebook, with the first path to it. */
export class Coverage {
  /** By `<graph> <node>`. */
  readonly nodes = new Map<string, Witness>()
  /** Edges that a function used, by `<graph> <from> <edge>`. */
  readonly edges = new Set<string>()
  readonly offered = new Set<string>()
  readonly called = new Map<string, Witness>()
  readonly fired = new Set<string>()
  readonly revealed = new Set<string>()
  /** Topics that were asked, by `<speaker> <topic>`. */
  readonly asked = new Set<string>()
  /** Items that something held. */
  readonly held = new Set<string>()
  /** By the id of the node, or a colon and the reason. */
  readonly endings = new Map<string, Witness>()
  readonly guards = new Map<Condition, { holds: boolean; refuses: boolean }>()
  /** By the name of the function whose check it is. */
  readonly checks = new Map<string, { succeeds: boolean; fails: boolean }>()
  /** By the location of the expression, as the engine reports it. */
  readonly failures = new Map<string, { readonly reason: string; readonly witness: Witness }>()
  /** Triggers that keep setting each other off. */
  readonly loops = new Map<string, { readonly triggers: readonly string[]; readonly witness: Witness }>()
  /** Goals that random play has met, by their position in the gamebook. */
  readonly goals = new Set<number>()
  /** Why calls of a function were refused, by its name. */
  readonly refusals = new Map<string, Set<string>>()

  /** The start nodes and the first holders of items count as covered. */
  constructor(gamebook: Gamebook) {
    const { graphs, items } = indexOf(gamebook)
    for (const { id, graph } of graphs) if (graph !== undefined) this.addNode(id, graph.startNodeId, () => [])
    for (const { id, item } of items) if (item?.heldBy != null) this.held.add(id)
  }

  readonly observe = (condition: Condition, answer: boolean): void => {
    const outcomes = this.guards.get(condition) ?? { holds: false, refuses: false }
    if (answer) outcomes.holds = true
    else outcomes.refuses = true
    this.guards.set(condition, outcomes)
  }

  isSettled(condition: Condition): boolean {
    const outcomes = this.guards.get(condition)
    return outcomes !== undefined && outcomes.holds && outcomes.refuses
  }

  addFailure(where: string, reason: string, witness: Witness): void {
    if (!this.failures.has(where)) this.failures.set(where, { reason, witness })
  }

  addRefusal(fn: string, code: string): void {
    const codes = this.refusals.get(fn) ?? new Set()
    this.refusals.set(fn, codes.add(code))
  }

  /** `before` is the world before the accepted call. */
  addCall(receipt: Receipt, before: World, witness: Witness): void {
    const { function: name = '', roll, action } = receipt
    if (!this.called.has(name)) this.called.set(name, witness)
    if (roll?.success !== undefined) this.addCheck(name, roll.success)
    if (movesGraph(action) && roll?.success !== false) this.addEdge(receipt, before)
    this.addRecord(receipt, witness)
  }

  /** Adds the receipts of triggers. */
  addReceipts(receipts: readonly Receipt[], witness: Witness): void {
    for (const receipt of receipts) {
      if (receipt.result === 'failed') this.addFailedReceipt(receipt, witness)
      if (receipt.result === 'applied') this.addRecord(receipt, witness)
    }
  }

  addFired(before: StoryState, after: StoryState): void {
    for (const [id, { fired }] of Object.entries(after.triggers)) {
      if (fired > (before.triggers[id]?.fired ?? 0)) this.fired.add(id)
    }
  }

  addEnding(ended: string, witness: Witness): void {
    if (!this.endings.has(ended)) this.endings.set(ended, witness)
  }

  addNode(graphId: string, nodeId: string, witness: Witness): void {
    const name = `${graphId} ${nodeId}`
    if (!this.nodes.has(name)) this.nodes.set(name, witness)
  }

  /** Adds the edge that a call used. */
  private addEdge({ args, edge }: Receipt, before: World): void {
    const { entity_id: id, to } = mappingOf(args)
    const graph = typeof id === 'string' ? before.gamebook.entities.get(id) : undefined
    if (graph !== undefined && typeof to === 'string')
      this.edges.add(`${graph.id} ${currentNodeId(before, graph)} ${edge ?? to}`)
  }

  private addRecord(record: EffectRecord, witness: Witness): void {
    if (record.action === ASK) this.addTopic(record.args)
    for (const change of record.changes) this.addChange(change, witness)
    for (const effect of record.effects ?? []) this.addRecord(effect, witness)
  }

  private addTopic(args: Json): void {
    const { entity_id: speaker, topic } = mappingOf(args)
    if (typeof speaker === 'string' && typeof topic === 'string') this.asked.add(`${speaker} ${topic}`)
  }

  private addChange({ entity, field, after }: ChangeRecord, witness: Witness): void {
    if (field === 'current_node_id' && typeof after === 'string') this.addNode(entity, after, witness)
    if (field === 'revealed') this.revealed.add(entity)
    if (field === 'held_by' && after !== null) this.held.add(entity)
  }

  private addCheck(fn: string, success: boolean): void {
    const outcomes = this.checks.get(fn) ?? { succeeds: false, fails: false }
    if (success) outcomes.succeeds = true
    else outcomes.fails = true
    this.checks.set(fn, outcomes)
  }

  private addFailedReceipt({ args, code, reason = '' }: Receipt, witness: Witness): void {
    const where = whereOf(args)
    if (code !== 'trigger-limit') this.addFailure(where.join(', '), reason, witness)
    else if (!this.loops.has(where.join(' '))) this.loops.set(where.join(' '), { triggers: where, witness })
  }
}

const ASK = 'talk/ask'

function mappingOf(args: Json): { readonly [key: string]: Json | undefined } {
  return isMapping(args) ? args : {}
}

function isMapping(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function whereOf(args: Json): readonly string[] {
  if (typeof args !== 'object' || args === null || !('where' in args)) return []
  const { where } = args
  return (Array.isArray(where) ? where : [where]).filter((name) => typeof name === 'string')
}
