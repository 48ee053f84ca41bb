/** The kind of a value. */
export type Kind = 'text' | 'number' | 'boolean' | 'null' | 'list' | 'entity'

/** All kinds that a value can have, as far as they are known before play. */
export type Kinds = readonly Kind[]

export const anyKind: Kinds = ['text', 'number', 'boolean', 'null', 'list', 'entity']

/** The kinds that the state can store; entities are stored as ids. */
export const storedKinds: Kinds = ['text', 'number', 'boolean', 'null', 'list']

/** Formats kinds for an error message: `a number or null`. */
export function describeKinds(kinds: Kinds): string {
  return kinds.map((kind) => KIND_NAMES[kind]).join(' or ')
}

const KIND_NAMES: Record<Kind, string> = {
  text: 'text',
  number: 'a number',
  boolean: 'true or false',
  null: 'null',
  list: 'a list',
  entity: 'an entity',
}

export function kindOfLiteral(value: null | boolean | number | string): Kind {
  if (value === null) return 'null'
  if (typeof value === 'string') return 'text'
  return typeof value === 'number' ? 'number' : 'boolean'
}

export function canBe(kinds: Kinds, kind: Kind): boolean {
  return kinds.includes(kind)
}
