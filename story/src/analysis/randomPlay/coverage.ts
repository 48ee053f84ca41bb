import { movesGraph } from '../../actions/findAction.ts'
import type { Gamebook } from '../../gamebook/gamebook.ts'
import { indexOf } from '../../gamebook/gamebookIndex.ts'
import type { Json } from '../../json.ts'
import type { EffectRecord, Receipt } from '../../state/receipt.ts'
import type { StoryState } from '../../state/storyState.ts'
import type { World } from '../../state/world.ts'
import { currentNodeId } from '../../traits/graph/currentNode.ts'
import { NameSet } from './nameSet.ts'

/** What has happened in plays of a gamebook. */
export class Coverage {
  private readonly enteredNodes = new NameSet()
  private readonly usedEdges = new NameSet()
  /** By `<graph> <node>`. */
  readonly nodes = this.enteredNodes.names
  /** Edges that a function used, by `<graph> <from> <edge>`. */
  readonly edges = this.usedEdges.names
  readonly functions = new Set<string>()
  readonly triggers = new Set<string>()
  /** Goals that were met, by their position in the gamebook. */
  readonly goals = new Set<number>()

  /** The start nodes count as covered. */
  constructor(gamebook: Gamebook) {
    for (const { id, graph } of indexOf(gamebook).graphs) {
      if (graph !== undefined) this.enteredNodes.add(id, graph.startNodeId)
    }
  }

  /** `before` is the world before the accepted call. */
  addCall(receipt: Receipt, before: World): void {
    const { function: name = '', roll, action } = receipt
    this.functions.add(name)
    if (movesGraph(action) && roll?.success !== false) this.addEdge(receipt, before)
    this.addRecord(receipt)
  }

  /** Adds the receipts of triggers. */
  addReceipts(receipts: readonly Receipt[]): void {
    for (const receipt of receipts) if (receipt.result === 'applied') this.addRecord(receipt)
  }

  addFired(before: StoryState, after: StoryState): void {
    if (before.triggers === after.triggers) return
    for (const [id, { fired }] of Object.entries(after.triggers)) {
      if (fired > (before.triggers[id]?.fired ?? 0)) this.triggers.add(id)
    }
  }

  /** Adds the edge that a call used. */
  private addEdge({ args, edge }: Receipt, before: World): void {
    const { entity_id: id, to } = mappingOf(args)
    const graph = typeof id === 'string' ? before.gamebook.entities.get(id) : undefined
    if (graph !== undefined && typeof to === 'string')
      this.usedEdges.add(graph.id, currentNodeId(before, graph), edge ?? to)
  }

  private addRecord({ changes, effects = [] }: EffectRecord): void {
    for (const { entity, field, after } of changes) {
      if (field === 'current_node_id' && typeof after === 'string') this.enteredNodes.add(entity, after)
    }
    for (const effect of effects) this.addRecord(effect)
  }
}

function mappingOf(value: Json): { readonly [key: string]: Json | undefined } {
  return isMapping(value) ? value : {}
}

function isMapping(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
