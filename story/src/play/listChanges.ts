import type { Json } from '../json.ts'
import type { ChangeRecord } from '../state/receipt.ts'
import { storedValue } from '../state/stored.ts'
import type { World } from '../state/world.ts'

/** The stored fields that differ between two states of one gamebook, with what stood there before. */
export function listChanges(before: World, after: World): readonly ChangeRecord[] {
  return Object.entries(after.state.entities).flatMap(([entity, fields]) =>
    Object.entries(fields).flatMap(([field, value]) => {
      const old = storedValue(before.state, entity, field) ?? startValue(before, entity, field)
      return isSame(old, value) ? [] : [{ entity, field, before: old, after: value }]
    }),
  )
}

function startValue({ gamebook }: World, entityId: string, field: string): Json {
  const graph = gamebook.entities.get(entityId)?.graph
  return field === 'current_node_id' && graph !== undefined ? graph.startNodeId : null
}

function isSame(left: Json, right: Json): boolean {
  return left === right || JSON.stringify(left) === JSON.stringify(right)
}
