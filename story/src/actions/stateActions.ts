import { findDeclaration } from '../expressions/entityFields.ts'
import { isUnknown } from '../state/stored.ts'
import { allow, type Payload, type Verdict } from '../state/verdict.ts'
import type { World } from '../state/world.ts'
import { findWritableField } from '../state/writableField.ts'
import type { Action } from './action.ts'
import { key, payloadOf } from './payload.ts'
import { recordFields, writeValue, WRONG_TYPE } from './writeValue.ts'

export const stateSet: Action = {
  target: null,
  payload: payloadOf({ entity_id: key('entity'), field: key('field'), value: key('value') }),
  check: (world, payload) => {
    const found = findWritableField(world, payload)
    const { value } = payload
    if ('refusal' in found) return found
    return value === undefined ? WRONG_TYPE : writeValue(world, found, value)
  },
  recordWrites: recordFields,
  verbs: [],
}

/** A sum beyond a limit is clamped or refused, depending on the field's declaration. */
export const stateAdd: Action = {
  target: null,
  payload: payloadOf({ entity_id: key('entity'), field: key('number-field'), amount: key('number') }),
  check: (world, payload) => addUnread(world, payload) ?? addExactly(world, payload),
  recordWrites: recordFields,
  verbs: [],
}

/** `state/add` with a verdict that knows whether the sum is clamped. */
export function addExactly(world: World, payload: Payload): Verdict {
  const found = findWritableField(world, payload)
  if ('refusal' in found) return found
  const { amount } = payload
  const { declaration } = found
  const value = found.readValue()
  if (typeof value !== 'number' || typeof amount !== 'number' || !Number.isFinite(amount)) return WRONG_TYPE
  if (declaration?.type === 'integer' && !Number.isInteger(amount)) return WRONG_TYPE
  const sum = value + amount
  const bounded = Math.min(Math.max(sum, declaration?.min ?? -Infinity), declaration?.max ?? Infinity)
  if (declaration?.onBound === 'refuse' || bounded === sum) return writeValue(world, found, sum)
  return writeValue(world, found, bounded, { clamped: true })
}

/** Adds to a number that the state doesn't hold without reading it; null where its value decides more than the sum. */
function addUnread(world: World, { entity_id: id, field, amount }: Payload): Verdict | null {
  const { state, gamebook } = world
  if (state.unknown === undefined || typeof id !== 'string' || typeof field !== 'string') return null
  const entity = gamebook.entities.get(id)
  if (entity === undefined || !isUnknown(state, id, field) || !state.unknown.reader.isNumber(id, field)) return null
  const { type, onBound, values, min, max } = findDeclaration(gamebook, entity, field) ?? CUSTOM_NUMBER
  const isPlain = typeof amount === 'number' && Number.isInteger(amount) && Math.abs(amount) <= LARGEST_UNREAD
  if (!isPlain || type !== 'integer' || onBound === 'refuse' || values !== null) return null
  const sum = { amount, min: min ?? -Infinity, max: max ?? Infinity }
  return allow({ kind: 'write', fields: [], added: { entityId: id, field, sum } })
}

const CUSTOM_NUMBER = { type: 'integer', onBound: 'clamp', values: null, min: null, max: null } as const
/** So small that no play adds up to a number that is not exact any more. */
const LARGEST_UNREAD = 1e9

export const stateToggle: Action = {
  target: null,
  payload: payloadOf({ entity_id: key('entity'), field: key('boolean-field') }),
  check: (world, payload) => {
    const found = findWritableField(world, payload)
    if ('refusal' in found) return found
    const value = found.readValue()
    return typeof value === 'boolean' ? writeValue(world, found, !value) : WRONG_TYPE
  },
  recordWrites: recordFields,
  verbs: [],
}
