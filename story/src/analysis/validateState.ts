import { findDeclaration, isComputedField } from '../expressions/entityFields.ts'
import type { Entity, Gamebook } from '../gamebook/gamebook.ts'
import { indexOf } from '../gamebook/gamebookIndex.ts'
import type { Json } from '../json.ts'
import { findMisfit } from '../state/fitsField.ts'
import type { StoryState } from '../state/storyState.ts'

/** What is wrong with a state that play has led to; null where nothing is. Whatever players do, nothing ever should be. */
export function findStateViolation(gamebook: Gamebook, state: StoryState): string | null {
  for (const [id, fields] of Object.entries(state.entities)) {
    const entity = gamebook.entities.get(id)
    if (entity === undefined) return `There is no entity "${id}".`
    for (const [field, value] of Object.entries(fields)) {
      const fault = faultOf(gamebook, entity, field, value)
      if (fault !== null) return `${id}.${field} is ${JSON.stringify(value)}: ${fault}.`
    }
  }
  return faultOfVisits(gamebook, state) ?? faultOfItems(gamebook, state) ?? faultOfTriggers(gamebook, state)
}

function faultOf(gamebook: Gamebook, entity: Entity, field: string, value: Json): string | null {
  if (field === 'revealed') return value === true ? null : 'what is known stays known'
  if (entity.graph !== undefined && field === 'current_node_id') {
    return typeof value === 'string' && entity.graph.nodeIds.includes(value) ? null : 'no node of the graph'
  }
  if (entity.clock !== undefined && field === 'minutes') {
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= entity.clock.minutes ? null : 'no time'
  }
  if (entity.item !== undefined && field === 'held_by') {
    const isHolder = typeof value === 'string' && gamebook.entities.get(value)?.container !== undefined
    return value === null || isHolder ? null : 'nothing that can hold a thing'
  }
  if (isComputedField(gamebook, entity, field)) return 'nothing that play can write'
  const declaration = findDeclaration(gamebook, entity, field) ?? null
  if (declaration === null && !entity.fields.has(field)) return 'no field of the gamebook'
  return findMisfit(value, declaration, gamebook)
}

function faultOfVisits({ entities }: Gamebook, { visited }: StoryState): string | null {
  for (const [graphId, nodeIds] of Object.entries(visited)) {
    const known = entities.get(graphId)?.graph?.nodeIds ?? []
    const stranger = nodeIds.find((id) => !known.includes(id))
    if (stranger !== undefined) return `"${stranger}" was visited and is no node of "${graphId}".`
    if (new Set(nodeIds).size < nodeIds.length) return `A node of "${graphId}" is listed twice.`
  }
  return null
}

/** Things never hold themselves, and containers never more than they can. */
function faultOfItems(gamebook: Gamebook, state: StoryState): string | null {
  const { items, containers } = indexOf(gamebook)
  const holders = new Map<string, string | null>(
    items.map(({ id, item }) => {
      const stored = Object.hasOwn(state.entities, id) ? state.entities[id]?.['held_by'] : undefined
      return [id, typeof stored === 'string' || stored === null ? stored : (item?.heldBy ?? null)]
    }),
  )
  for (const { id } of items) {
    const passed = new Set<string>()
    for (let at: string | null = id; at !== null; at = holders.get(at) ?? null) {
      if (passed.has(at)) return `"${id}" is inside itself.`
      passed.add(at)
    }
  }
  for (const { id, container } of containers) {
    const held = [...holders.entries()].filter(([, holder]) => holder === id).map(([item]) => item)
    const atStart = items.filter(({ item }) => item?.heldBy === id).length
    if (held.length > Math.max(container?.capacity ?? Infinity, atStart)) return `"${id}" holds more than it can.`
  }
  return null
}

function faultOfTriggers({ triggers: known }: Gamebook, { triggers }: StoryState): string | null {
  const ids = new Set(known.map(({ id }) => id))
  const stranger = Object.keys(triggers).find((id) => !ids.has(id) && !id.endsWith('#reveal_when'))
  return stranger === undefined ? null : `There is no trigger "${stranger}".`
}
