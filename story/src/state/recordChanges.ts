import type { Json } from '../json.ts'
import type { StateChange } from './change.ts'
import type { ChangeRecord } from './receipt.ts'
import { startValue } from './startValue.ts'
import { currentValue } from './stored.ts'
import type { World } from './world.ts'

/** The fields that a change really changes, with their previous values. */
export function recordChanges(before: World, change: StateChange): readonly ChangeRecord[] {
  const writes = change.kind === 'reset' ? writesOfReset(before) : change.fields
  return writes.flatMap(({ entityId, field, value, clamped }) => {
    const old = currentValue(before.state, entityId, field, startValue(before.gamebook, entityId, field))
    if (isSame(old, value)) return []
    return [{ entity: entityId, field, before: old, after: value, ...(clamped === true && { clamped }) }]
  })
}

function writesOfReset({ gamebook, state }: World): Extract<StateChange, { kind: 'write' }>['fields'] {
  return Object.entries(state.entities).flatMap(([entityId, fields]) =>
    Object.keys(fields).map((field) => ({ entityId, field, value: startValue(gamebook, entityId, field) })),
  )
}

function isSame(left: Json, right: Json): boolean {
  return left === right || (typeof left === 'object' && JSON.stringify(left) === JSON.stringify(right))
}
