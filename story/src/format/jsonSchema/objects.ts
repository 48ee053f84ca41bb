import type { Key, Keys } from '../keys/key.ts'
import type { Shape } from '../keys/shapes.ts'

/** An object of these keys, and of the author's own that start with `x-`. */
export function closedObject(keys: Keys): Shape {
  const required = Object.entries(keys).flatMap(([name, { isRequired = false }]) => (isRequired ? [name] : []))
  return {
    type: 'object',
    properties: properties(keys),
    patternProperties: { '^x-': {} },
    additionalProperties: false,
    ...(required.length > 0 && { required }),
  }
}

export function properties(keys: Keys): Shape {
  return Object.fromEntries(Object.entries(keys).map(([name, key]) => [name, property(key)]))
}

function property({ shape, text, default: value }: Key): Shape {
  return { ...shape, description: text, ...(value !== undefined && { default: value }) }
}
