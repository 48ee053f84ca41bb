import type { Json } from '../json.ts'
import { refuse, type Payload, type Refused } from '../state/verdict.ts'
import type { World } from '../state/world.ts'
import { findWritableField, type WritableField } from '../state/writableField.ts'
import type { Action } from './action.ts'
import { key, payloadOf } from './payload.ts'
import { isJsonList, recordFields, writeValue, WRONG_TYPE } from './writeValue.ts'

const payload = payloadOf({ entity_id: key('entity'), field: key('list-field'), value: key('element') })

/** Appends an element unless the list already contains it. */
export const listAdd: Action = {
  target: null,
  payload,
  check: (world, given) => {
    const found = findList(world, given)
    if ('refusal' in found) return found
    const { list, element } = found
    return writeValue(world, found, list.includes(element) ? list : [...list, element])
  },
  recordWrites: recordFields,
  verbs: [],
}

export const listRemove: Action = {
  target: null,
  payload,
  check: (world, given) => {
    const found = findList(world, given)
    if ('refusal' in found) return found
    const { list, element } = found
    if (!list.includes(element)) return refuse('not-in-list', 'That is not among them.')
    return writeValue(
      world,
      found,
      list.filter((other) => other !== element),
    )
  },
  recordWrites: recordFields,
  verbs: [],
}

/** The list field, and the text, number or boolean to add or remove. */
function findList(
  world: World,
  given: Payload,
): (WritableField & { readonly list: readonly Json[]; readonly element: Json }) | Refused {
  const found = findWritableField(world, given)
  if ('refusal' in found) return found
  const value = found.readValue()
  const element = given['value']
  if (!isJsonList(value) || element === undefined || typeof element === 'object') return WRONG_TYPE
  return { ...found, list: value, element }
}
