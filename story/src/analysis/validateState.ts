import { findDeclaration, isComputedField } from '../expressions/entityFields.ts'
import type { Entity, Gamebook } from '../gamebook/gamebook.ts'
import { indexOf } from '../gamebook/gamebookIndex.ts'
import { topicIdsOf } from '../gamebook/topicIds.ts'
import type { Json } from '../json.ts'
import { findMisfit } from '../state/fitsField.ts'
import type { StoryState } from '../state/storyState.ts'

/** Describes what is invalid in a state that play has reached. Null if the state is valid, as every one should be. */
export function findStateViolation(gamebook: Gamebook, state: StoryState): string | null {
  for (const [id, fields] of Object.entries(state.entities)) {
    const entity = gamebook.entities.get(id)
    if (entity === undefined) return `There is no entity "${id}".`
    for (const [field, value] of Object.entries(fields)) {
      const violation = fieldViolation(gamebook, entity, field, value)
      if (violation !== null) return `${id}.${field} is ${JSON.stringify(value)}: ${violation}.`
    }
  }
  return (
    visitViolation(gamebook, state) ??
    countViolation(gamebook, state) ??
    topicViolation(gamebook, state) ??
    itemViolation(gamebook, state) ??
    triggerViolation(gamebook, state)
  )
}

function fieldViolation(gamebook: Gamebook, entity: Entity, field: string, value: Json): string | null {
  if (field === 'revealed') return value === true ? null : 'a revealed entity stays revealed'
  if (entity.graph !== undefined && field === 'current_node_id') {
    return typeof value === 'string' && entity.graph.nodeIds.includes(value) ? null : 'not a node of the graph'
  }
  if (entity.clock !== undefined && field === 'minutes') {
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= entity.clock.minutes
      ? null
      : 'not a valid time'
  }
  if (entity.item !== undefined && field === 'held_by') {
    const isHolder = typeof value === 'string' && gamebook.entities.get(value)?.container !== undefined
    return value === null || isHolder ? null : 'not a container'
  }
  if (isComputedField(gamebook, entity, field)) return 'a computed field, which play cannot change'
  const declaration = findDeclaration(gamebook, entity, field) ?? null
  if (declaration === null && !entity.fields.has(field)) return 'not a field of the gamebook'
  return findMisfit(value, declaration, gamebook)
}

function visitViolation({ entities }: Gamebook, { visited }: StoryState): string | null {
  for (const [graphId, nodeIds] of Object.entries(visited)) {
    const known = entities.get(graphId)?.graph?.nodeIds ?? []
    const unknown = nodeIds.find((id) => !known.includes(id))
    if (unknown !== undefined) return `"${unknown}" was visited but is not a node of "${graphId}".`
    if (new Set(nodeIds).size < nodeIds.length) return `A node of "${graphId}" is listed twice.`
  }
  return null
}

function countViolation({ entities, countedGraphs }: Gamebook, { visits = {} }: StoryState): string | null {
  for (const [graphId, counts] of Object.entries(visits)) {
    if (!countedGraphs.has(graphId)) return `No expression counts the visits of "${graphId}".`
    const known = entities.get(graphId)?.graph?.nodeIds ?? []
    for (const [nodeId, count] of Object.entries(counts)) {
      if (!known.includes(nodeId)) return `"${nodeId}" has a count but is not a node of "${graphId}".`
      if (!Number.isSafeInteger(count) || count < 2) return `The count of "${nodeId}" is ${count}.`
    }
  }
  return null
}

function topicViolation({ entities }: Gamebook, { discussed = {}, expecting }: StoryState): string | null {
  const asked = Object.entries(discussed).flatMap(([speakerId, topicIds]) =>
    topicIds.map((topicId) => ({ entity: speakerId, topic: topicId })),
  )
  for (const { entity, topic } of expecting === undefined ? asked : [...asked, expecting]) {
    const speaker = entities.get(entity)
    if (speaker === undefined || !topicIdsOf(speaker).includes(topic)) return `"${entity}" has no topic "${topic}".`
  }
  const repeated = Object.entries(discussed).find(([, topicIds]) => new Set(topicIds).size < topicIds.length)
  return repeated === undefined ? null : `A topic of "${repeated[0]}" is listed twice.`
}

/** Checks that no item contains itself and no container holds more than its capacity. */
function itemViolation(gamebook: Gamebook, state: StoryState): string | null {
  const { items, containers } = indexOf(gamebook)
  const holders = new Map<string, string | null>(
    items.map(({ id, item }) => {
      const stored = Object.hasOwn(state.entities, id) ? state.entities[id]?.['held_by'] : undefined
      return [id, typeof stored === 'string' || stored === null ? stored : (item?.heldBy ?? null)]
    }),
  )
  for (const { id } of items) {
    const containing = new Set<string>()
    for (let current: string | null = id; current !== null; current = holders.get(current) ?? null) {
      if (containing.has(current)) return `"${id}" is inside itself.`
      containing.add(current)
    }
  }
  for (const { id, container } of containers) {
    const held = [...holders.entries()].filter(([, holder]) => holder === id).map(([item]) => item)
    const atStart = items.filter(({ item }) => item?.heldBy === id).length
    if (held.length > Math.max(container?.capacity ?? Infinity, atStart)) return `"${id}" holds more than its capacity.`
  }
  return null
}

function triggerViolation({ triggers: known }: Gamebook, { triggers }: StoryState): string | null {
  const ids = new Set(known.map(({ id }) => id))
  const unknown = Object.keys(triggers).find((id) => !ids.has(id) && !id.endsWith('#reveal_when'))
  return unknown === undefined ? null : `There is no trigger "${unknown}".`
}
