import type { Json } from '../../json.ts'

interface Shape {
  readonly [key: string]: Json
}

export const TEXT: Shape = { type: 'string' }
export const NULLABLE_TEXT: Shape = { type: ['string', 'null'] }

/** A shape that has a name of its own. */
export function REFERENCE(name: string): Shape {
  return { allOf: [{ $ref: `#/definitions/${name}` }] }
}

export function listOf(items: Json): Shape {
  return { type: 'array', items }
}

export function mappingOf(values: Json): Shape {
  return { type: 'object', additionalProperties: values }
}

/** A mapping of these keys, and of keys of the author's own that begin with `x-`. */
export function closed(properties: Shape, required: readonly string[] = []): Shape {
  return {
    type: 'object',
    properties,
    patternProperties: { '^x-': true },
    additionalProperties: false,
    ...(required.length > 0 && { required }),
  }
}
