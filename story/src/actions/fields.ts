import { writeField, type FieldWrite } from '../state/change.ts'
import { findMisfit } from '../state/fitsField.ts'
import { allow, refuse, type CheckAction, type Refused, type Verdict } from '../state/verdict.ts'
import { findWritableField, type WritableField } from '../state/writableField.ts'
import type { Json } from '../json.ts'
import type { World } from '../state/world.ts'

/** `state/set` */
export const checkSet: CheckAction = (world, payload) => {
  const found = findWritableField(world, payload)
  const { value } = payload
  if ('refusal' in found) return found
  return value === undefined ? WRONG_TYPE : write(world, found, value)
}

/** `state/add`: at a bound the sum stops there, or is refused, as the declaration says. */
export const checkAdd: CheckAction = (world, payload) => {
  const found = findWritableField(world, payload)
  if ('refusal' in found) return found
  const { amount } = payload
  const { value, declaration } = found
  if (typeof value !== 'number' || typeof amount !== 'number' || !Number.isFinite(amount)) return WRONG_TYPE
  if (declaration?.type === 'integer' && !Number.isInteger(amount)) return WRONG_TYPE
  const sum = value + amount
  const bounded = Math.min(Math.max(sum, declaration?.min ?? -Infinity), declaration?.max ?? Infinity)
  if (declaration?.onBound === 'refuse' || bounded === sum) return write(world, found, sum)
  return write(world, found, bounded, { clamped: true })
}

/** `state/toggle` */
export const checkToggle: CheckAction = (world, payload) => {
  const found = findWritableField(world, payload)
  if ('refusal' in found) return found
  return typeof found.value === 'boolean' ? write(world, found, !found.value) : WRONG_TYPE
}

/** `list/add`: appends what is not there yet. */
export const checkListAdd: CheckAction = (world, payload) => {
  const found = findList(world, payload)
  if ('refusal' in found) return found
  const { list, element } = found
  return write(world, found, list.includes(element) ? list : [...list, element])
}

/** `list/remove` */
export const checkListRemove: CheckAction = (world, payload) => {
  const found = findList(world, payload)
  if ('refusal' in found) return found
  const { list, element } = found
  if (!list.includes(element)) return refuse('not-in-list', 'That is not among them.')
  return write(
    world,
    found,
    list.filter((other) => other !== element),
  )
}

const WRONG_TYPE = refuse('wrong-type', 'That cannot be written there.')

/** A list, and the text, number or boolean that is to be added or removed. */
function findList(
  world: World,
  payload: Parameters<CheckAction>[1],
): (WritableField & { readonly list: readonly Json[]; readonly element: Json }) | Refused {
  const found = findWritableField(world, payload)
  if ('refusal' in found) return found
  const { value } = found
  const element = payload['value']
  if (!isList(value) || element === undefined || typeof element === 'object') return WRONG_TYPE
  return { ...found, list: value, element }
}

/** What is in the list already stays as it is, also where a later declaration would not allow it. */
function write(
  { gamebook }: World,
  { entity, field, declaration, value: before }: WritableField,
  value: Json,
  options: Pick<FieldWrite, 'clamped'> = {},
): Verdict {
  if (isList(value) && value === before) return allow({ kind: 'write', fields: [] })
  const plain = Object.is(value, -0) ? 0 : value
  const misfit = findMisfit(plain, declaration, gamebook)
  if (misfit === 'wrong-type') return WRONG_TYPE
  if (misfit === 'out-of-range') return refuse('out-of-range', 'That is more or less than there can be.')
  const change = writeField(entity.id, field, plain)
  return allow(
    options.clamped === true
      ? { ...change, fields: change.fields.map((write) => ({ ...write, clamped: true })) }
      : change,
  )
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
