import { findDeclaration, isComputedField } from '../../expressions/entityFields.ts'
import type { Entity, Gamebook } from '../../gamebook/gamebook.ts'
import { hasNode } from '../../gamebook/hasNode.ts'
import { topicIdsOf } from '../../gamebook/topicIds.ts'
import type { Json } from '../../json.ts'
import { findMisfit } from '../../state/fitsField.ts'
import type { StoryState } from '../../state/storyState.ts'
import { findItemViolation } from './validateItems.ts'

/**
 * Describes what is invalid in a state that play has reached. Null if the state is valid, as every one should be. What
 * the state shares with `valid`, a state without violations such as the one before it, is not examined again.
 */
export function findStateViolation(
  gamebook: Gamebook,
  state: StoryState,
  valid: StoryState | null = null,
): string | null {
  return (
    entityViolation(gamebook, state, valid?.entities) ??
    visitViolation(gamebook, state, valid?.visited) ??
    countViolation(gamebook, state, valid?.visits) ??
    topicViolation(gamebook, state, valid) ??
    findItemViolation(gamebook, state.entities, valid?.entities) ??
    triggerViolation(gamebook, state, valid?.triggers)
  )
}

type Entities = StoryState['entities']

function entityViolation(gamebook: Gamebook, { entities }: StoryState, valid: Entities = {}): string | null {
  if (entities === valid) return null
  for (const id of Object.keys(entities)) {
    const fields = entities[id]
    const known = own(valid, id)
    if (fields === undefined || fields === known) continue
    const violation = fieldsViolation(gamebook, id, fields, known)
    if (violation !== null) return violation
  }
  return null
}

function fieldsViolation(
  gamebook: Gamebook,
  id: string,
  fields: Entities[string],
  valid: Entities[string] = {},
): string | null {
  const entity = gamebook.entities.get(id)
  if (entity === undefined) return `There is no entity "${id}".`
  for (const field of Object.keys(fields)) {
    const value = fields[field]
    if (value === undefined || value === own(valid, field)) continue
    const violation = fieldViolation(gamebook, entity, field, value)
    if (violation !== null) return `${id}.${field} is ${JSON.stringify(value)}: ${violation}.`
  }
  return null
}

function fieldViolation(gamebook: Gamebook, entity: Entity, field: string, value: Json): string | null {
  if (field === 'revealed') return value === true ? null : 'a revealed entity stays revealed'
  if (entity.graph !== undefined && field === 'current_node_id') {
    return typeof value === 'string' && hasNode(entity, value) ? null : 'not a node of the graph'
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

function visitViolation(
  { entities }: Gamebook,
  { visited }: StoryState,
  valid: StoryState['visited'] = {},
): string | null {
  if (visited === valid) return null
  for (const [graphId, nodeIds] of Object.entries(visited)) {
    const known = own(valid, graphId)
    if (nodeIds === known) continue
    const graph = entities.get(graphId)
    const added = nodeIds.slice(sharedStart(nodeIds, known))
    const unknown = added.find((id) => graph === undefined || !hasNode(graph, id))
    if (unknown !== undefined) return `"${unknown}" was visited but is not a node of "${graphId}".`
    if (hasRepetition(nodeIds, added)) return `A node of "${graphId}" is listed twice.`
  }
  return null
}

/** The length of the known list if the new one starts with it, else 0. */
function sharedStart(list: readonly string[], known: readonly string[] = []): number {
  return known.length <= list.length && known.every((id, index) => id === list[index]) ? known.length : 0
}

/** Whether one of the last elements is elsewhere in the list, which has no repetition before them. */
function hasRepetition(list: readonly string[], last: readonly string[]): boolean {
  if (last.length > FEW) return new Set(list).size < list.length
  const start = list.length - last.length
  return last.some((id, index) => list.indexOf(id) < start + index)
}

/** A set is faster for more. */
const FEW = 4

function countViolation(
  { entities, countedGraphs }: Gamebook,
  { visits = {} }: StoryState,
  valid: StoryState['visits'] = {},
): string | null {
  for (const [graphId, counts] of Object.entries(visits)) {
    const known = own(valid, graphId)
    if (counts === known) continue
    if (!countedGraphs.has(graphId)) return `No expression counts the visits of "${graphId}".`
    const graph = entities.get(graphId)
    for (const [nodeId, count] of Object.entries(counts)) {
      if (known !== undefined && count === own(known, nodeId)) continue
      if (graph === undefined || !hasNode(graph, nodeId))
        return `"${nodeId}" has a count but is not a node of "${graphId}".`
      if (!Number.isSafeInteger(count) || count < 2) return `The count of "${nodeId}" is ${count}.`
    }
  }
  return null
}

function topicViolation(
  { entities }: Gamebook,
  { discussed = {}, expecting }: StoryState,
  valid: StoryState | null,
): string | null {
  const changed = Object.entries(discussed).filter(([id, topics]) => topics !== own(valid?.discussed ?? {}, id))
  const asked = changed.flatMap(([entity, topicIds]) => topicIds.map((topic) => ({ entity, topic })))
  if (expecting !== undefined && expecting !== valid?.expecting) asked.push(expecting)
  for (const { entity, topic } of asked) {
    const speaker = entities.get(entity)
    if (speaker === undefined || !topicIdsOf(speaker).includes(topic)) return `"${entity}" has no topic "${topic}".`
  }
  const repeated = changed.find(([, topicIds]) => new Set(topicIds).size < topicIds.length)
  return repeated === undefined ? null : `A topic of "${repeated[0]}" is listed twice.`
}

function triggerViolation(
  { triggers: known }: Gamebook,
  { triggers }: StoryState,
  valid: StoryState['triggers'] = {},
): string | null {
  if (triggers === valid) return null
  const unknown = Object.keys(triggers).find(
    (name) => !Object.hasOwn(valid, name) && !name.endsWith('#reveal_when') && known.every(({ id }) => id !== name),
  )
  return unknown === undefined ? null : `There is no trigger "${unknown}".`
}

function own<Member>(record: { readonly [key: string]: Member }, key: string): Member | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}
