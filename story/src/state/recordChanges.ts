import type { Json } from '../json.ts'
import type { FieldWrite, StateChange, StateReset } from './change.ts'
import type { ChangeRecord } from './receipt.ts'
import { startValue } from './startValue.ts'
import { currentValue, storedFields } from './stored.ts'
import type { World } from './world.ts'

/** The fields that a change really changes, with their previous values; none if the state doesn't hold them. */
export function recordChanges(before: World, change: StateChange): readonly ChangeRecord[] {
  if (before.state.unknown !== undefined) return []
  const writes = change.kind === 'reset' ? writesOfReset(before, change) : change.fields
  return writes.flatMap(({ entityId, field, value, clamped }) => {
    const old = currentValue(before.state, entityId, field, startValue(before.gamebook, entityId, field))
    if (isSame(old, value)) return []
    return [{ entity: entityId, field, before: old, after: value, ...(clamped === true && { clamped }) }]
  })
}

function writesOfReset({ gamebook, state }: World, { kept }: StateReset): readonly FieldWrite[] {
  return Object.entries(state.entities).flatMap(([entityId, fields]) =>
    Object.keys(fields)
      .filter((field) => !Object.hasOwn(storedFields({ entities: kept }, entityId), field))
      .map((field) => ({ entityId, field, value: startValue(gamebook, entityId, field) })),
  )
}

function isSame(left: Json, right: Json): boolean {
  return left === right || (typeof left === 'object' && JSON.stringify(left) === JSON.stringify(right))
}
