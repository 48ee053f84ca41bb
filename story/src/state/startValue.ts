import { Computed } from '../expressions/expression.ts'
import type { Gamebook } from '../gamebook/gamebook.ts'
import type { Json } from '../json.ts'
import { startValueOf } from './writableField.ts'

/** The start value of a field that play can write; null for a computed field and for an unknown field. */
export function startValue(gamebook: Gamebook, entityId: string, field: string): Json {
  const entity = gamebook.entities.get(entityId)
  if (entity === undefined) return null
  if (field === 'current_node_id' && entity.graph !== undefined) return entity.graph.startNodeId
  if (field === 'held_by' && entity.item !== undefined) return entity.item.heldBy
  if (field === 'minutes' && entity.clock !== undefined) return entity.clock.minutes
  if (field === 'revealed') return !entity.secret
  const start = startValueOf(gamebook, entity, field) ?? null
  return start instanceof Computed ? null : start
}
