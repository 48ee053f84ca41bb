import { findWritableField } from '../state/writableField.ts'
import type { Action } from './action.ts'
import { key, payloadOf } from './payload.ts'
import { decidesRefusal, recordFields, writeValue, WRONG_TYPE } from './writeValue.ts'

export const stateSet: Action = {
  target: null,
  payload: payloadOf({ entity_id: key('entity'), field: key('field'), value: key('value') }),
  check: (world, payload) => {
    const found = findWritableField(world, payload)
    const { value } = payload
    if ('refusal' in found) return found
    return value === undefined ? WRONG_TYPE : writeValue(world, found, value)
  },
  recordAccess: recordFields((_, args) => ({ isNonNumeric: typeof args.get('value') !== 'number' })),
  verbs: [],
}

/** A sum beyond a limit is clamped or refused, depending on the field's declaration. */
export const stateAdd: Action = {
  target: null,
  payload: payloadOf({ entity_id: key('entity'), field: key('number-field'), amount: key('number') }),
  check: (world, payload) => {
    const found = findWritableField(world, payload)
    if ('refusal' in found) return found
    const { amount } = payload
    const { value, declaration } = found
    if (typeof value !== 'number' || typeof amount !== 'number' || !Number.isFinite(amount)) return WRONG_TYPE
    if (declaration?.type === 'integer' && !Number.isInteger(amount)) return WRONG_TYPE
    const sum = value + amount
    const bounded = Math.min(Math.max(sum, declaration?.min ?? -Infinity), declaration?.max ?? Infinity)
    if (declaration?.onBound === 'refuse' || bounded === sum) return writeValue(world, found, sum)
    return writeValue(world, found, bounded, { clamped: true })
  },
  // `analysis/model/slices.ts` decides for a custom number.
  recordAccess: recordFields((field, args) => {
    const amount = args.get('amount')
    return {
      increment: typeof amount === 'number' ? amount : null,
      decidesRefusal: decidesRefusal(field) && !(field.declaration === undefined && typeof field.start === 'number'),
    }
  }),
  verbs: [],
}

export const stateToggle: Action = {
  target: null,
  payload: payloadOf({ entity_id: key('entity'), field: key('boolean-field') }),
  check: (world, payload) => {
    const found = findWritableField(world, payload)
    if ('refusal' in found) return found
    return typeof found.value === 'boolean' ? writeValue(world, found, !found.value) : WRONG_TYPE
  },
  recordAccess: recordFields((field) => ({ decidesRefusal: decidesRefusal(field) })),
  verbs: [],
}
