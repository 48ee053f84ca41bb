import type { Entity } from '../gamebook/gamebook.ts'
import { findEntityType } from '../gamebook/findEntityType.ts'
import type { Json } from '../json.ts'
import { placeGraphs } from '../play/placeGraphs.ts'
import type { World } from '../state/world.ts'
import { renderName } from '../traits/described/prompt.ts'
import { isInPrompt } from '../traits/inPrompt.ts'
import { isRevealedAndEnabled } from '../traits/visibility.ts'
import type { JournalEntry, PlacedEntry } from './journalEntry.ts'
import { entryAt, type JournalRecord } from './journalRecord.ts'

/** The nodes that were current, once each: places that players visited, and the beats of plots. */
export function listNodes(world: World, records: readonly JournalRecord[]): readonly PlacedEntry[] {
  const entries = new Map<string, PlacedEntry>()
  for (const record of records) {
    for (const { entity, field, before, after } of record.changes) {
      const graph = field === 'current_node_id' ? world.gamebook.entities.get(entity) : undefined
      if (graph?.graph === undefined) continue
      for (const id of [before, after]) {
        const node = findNode(world, graph, id)
        const key = JSON.stringify([graph.id, node?.id])
        if (node !== null && !entries.has(key)) entries.set(key, nodeEntry(world, record, graph, node))
      }
    }
  }
  return [...entries.values()]
}

function nodeEntry(world: World, record: JournalRecord, graph: Entity, node: Entity): PlacedEntry {
  const isPlace = placeGraphs(world.gamebook).includes(graph)
  const isGraphInPrompt = isInPrompt(world.gamebook, graph)
  const text = renderName(world, node)
  const entry: Omit<JournalEntry, 'kind' | 'messageId'> = isPlace
    ? {
        group: 'Visited',
        text,
        isForNarrator: isGraphInPrompt || isInPrompt(world.gamebook, node),
        isForPlayer: true,
      }
    : { group: nameOfPlot(world, graph), text, isForNarrator: isGraphInPrompt, isForPlayer: false }
  return entryAt(record, isPlace ? 'place' : 'plot', entry)
}

/** Null for a node without a name, of another gamebook, or that is not visible. */
function findNode(world: World, { graph }: Entity, id: Json): Entity | null {
  const node = typeof id === 'string' ? world.gamebook.entities.get(id) : undefined
  if (node?.described === undefined || graph?.nodeIds.includes(node.id) !== true) return null
  return isRevealedAndEnabled(world, node) ? node : null
}

function nameOfPlot(world: World, graph: Entity): string {
  const isNamed = graph.described !== undefined && isRevealedAndEnabled(world, graph)
  return isNamed ? renderName(world, graph) : (findEntityType(world.gamebook, graph.typeId)?.name ?? '')
}
