import { movesGraph } from '../../actions/findAction.ts'
import { indexOf } from '../../gamebook/gamebookIndex.ts'
import type { Gamebook } from '../../gamebook/gamebook.ts'
import type { Json } from '../../json.ts'
import type { ChangeRecord, EffectRecord, Receipt } from '../../state/receipt.ts'
import type { StoryState } from '../../state/storyState.ts'
import type { World } from '../../state/world.ts'
import { endingId } from '../../play/listEndings.ts'
import { currentNodeId } from '../../traits/graph/currentNode.ts'
import { events, type StoryEvent } from './event.ts'

/** What is so before anything happens: where graphs start and what items are held. */
export function startEvents(gamebook: Gamebook): readonly StoryEvent[] {
  const { graphs, items } = indexOf(gamebook)
  return [
    ...graphs.flatMap(({ id, graph }) => (graph === undefined ? [] : [events.entered(id, graph.startNodeId)])),
    ...items.flatMap(({ id, item }) => (item?.heldBy == null ? [] : [events.held(id)])),
  ]
}

/**
 * What an applied call or trigger did, its effects included.
 * @param before the world before the call
 */
export function receiptEvents(receipt: Receipt, before: World): readonly StoryEvent[] {
  const { function: name, roll, action } = receipt
  if (name === undefined) return recordEvents(receipt)
  const success = roll?.success
  return [
    events.called(name),
    ...(success === undefined ? [] : [success ? events.passedCheck(name) : events.failedCheck(name)]),
    ...(movesGraph(action) && success !== false ? edgeEvents(receipt, before) : []),
    ...recordEvents(receipt),
  ]
}

/** What `events.ended` takes; null while the story runs. */
export function endingOf({ ended }: Pick<StoryState, 'ended'>): string | null {
  return ended === undefined ? null : endingId(ended)
}

function edgeEvents({ args, edge }: Receipt, before: World): readonly StoryEvent[] {
  const { entity_id: id, to } = mappingOf(args)
  const graph = typeof id === 'string' ? before.gamebook.entities.get(id) : undefined
  if (graph?.graph === undefined || typeof to !== 'string') return []
  return [events.usedEdge(graph.id, currentNodeId(before, graph), edge ?? to)]
}

function recordEvents({ action, args, changes, effects = [] }: EffectRecord): readonly StoryEvent[] {
  return [...topicEvents(action, args), ...changes.flatMap(changeEvents), ...effects.flatMap(recordEvents)]
}

function topicEvents(action: string, args: Json): readonly StoryEvent[] {
  const { entity_id: speaker, topic } = mappingOf(args)
  const isAnswer = action === 'talk/ask' && typeof speaker === 'string' && typeof topic === 'string'
  return isAnswer ? [events.discussed(speaker, topic)] : []
}

function changeEvents({ entity, field, after }: ChangeRecord): readonly StoryEvent[] {
  if (field === 'current_node_id' && typeof after === 'string') return [events.entered(entity, after)]
  if (field === 'revealed') return [events.revealed(entity)]
  if (field === 'held_by' && after !== null) return [events.held(entity)]
  return []
}

function mappingOf(args: Json): { readonly [key: string]: Json | undefined } {
  return isMapping(args) ? args : {}
}

function isMapping(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
