import type { PayloadKind } from '../../../actions/payload.ts'
import type { Json } from '../../../json.ts'
import type { Expected } from '../../cursor/cursor.ts'

/** What a value of a payload looks like, before anything is looked up. */
export interface PayloadShape extends Expected {
  readonly fits: (value: Json) => boolean
}

const id: PayloadShape = { what: 'the id of an entity', fits: isText, kinds: ['text', 'entity'] }

const fieldName: PayloadShape = { what: 'the name of a field', fits: isText, kinds: ['text'] }

/** Those of the kinds that `args` holds; rolls and narrations are read on their own. */
export const payloadShapes: Readonly<Record<Exclude<PayloadKind, OtherKind>, PayloadShape>> = {
  entity: id,
  graph: id,
  node: id,
  clock: id,
  item: id,
  container: id,
  speaker: id,
  topic: { what: 'the id of a topic', fits: isText, kinds: ['text'] },
  field: fieldName,
  'number-field': fieldName,
  'boolean-field': fieldName,
  'list-field': fieldName,
  value: {
    what: 'text, a number, true, false, null or a list of these',
    fits: (value) => isScalar(value) || (isList(value) && value.every(isScalar)),
    kinds: ['text', 'number', 'boolean', 'null', 'list', 'entity'],
  },
  element: {
    what: 'text, a number, true or false',
    fits: (value) => value !== null && isScalar(value),
    kinds: ['text', 'number', 'boolean', 'entity'],
  },
  number: { what: 'a number', fits: (value) => typeof value === 'number', kinds: ['number'] },
  minutes: { what: 'a whole number from 1 to 10080', fits: isMinutes, kinds: ['number'] },
  reason: { what: 'text or null', fits: (value) => value === null || isText(value), kinds: ['text', 'null'] },
}

type OtherKind = 'dice' | 'number-expression' | 'effects' | 'template'

function isText(value: Json): boolean {
  return typeof value === 'string'
}

function isMinutes(value: Json): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MOST_MINUTES
}

const MOST_MINUTES = 7 * 24 * 60

function isScalar(value: Json): boolean {
  return value === null || typeof value !== 'object'
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
