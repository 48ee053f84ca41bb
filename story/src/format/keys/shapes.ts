import type { Json } from '../../json.ts'

/** A JSON Schema of a value. */
export interface Shape {
  readonly [key: string]: Json
}

export const TEXT: Shape = { type: 'string' }
export const NULLABLE_TEXT: Shape = { type: ['string', 'null'] }
export const BOOLEAN: Shape = { type: 'boolean' }
/** Other programs read `off` as false. */
export const OFF: Shape = { enum: ['off', false] }
export const ANYTHING: Shape = {}

const SCALAR: Shape = { type: ['string', 'number', 'boolean', 'null'] }
export const VALUE: Shape = { anyOf: [SCALAR, listOf(SCALAR)] }

export const CONDITION = definition('condition')
export const EFFECTS = listOf(definition('effect'))

/** An action of the engine, or an event of the gamebook. */
export const ACTION_NAME = '^[A-Za-z0-9_-]+/[A-Za-z0-9_-]+$'

/** A shape that the JSON Schema defines once, under this name. */
export function definition(name: string): Shape {
  return { allOf: [{ $ref: `#/definitions/${name}` }] }
}

export function anyOf(...shapes: readonly Shape[]): Shape {
  return { anyOf: [...shapes] }
}

export function oneOf(values: readonly string[]): Shape {
  return { enum: [...values] }
}

export function listOf(items: Shape): Shape {
  return { type: 'array', items }
}

/** A mapping of exactly these keys. */
export function closedMapping(properties: Shape): Shape {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false }
}

/** A mapping of some of these keys, and of the author's own. */
export function mappingFrom(keys: readonly string[], values: Shape): Shape {
  return {
    type: 'object',
    patternProperties: { '^x-': {} },
    propertyNames: anyOf(oneOf(keys), { pattern: '^x-' }),
    additionalProperties: values,
  }
}

export function mappingOf(values: Shape): Shape {
  return { type: 'object', additionalProperties: values }
}
