/** What sort of value something is. */
export type Kind = 'text' | 'number' | 'boolean' | 'null' | 'list' | 'entity'

/** All that a value may turn out to be, as far as it is known before play. */
export type Kinds = readonly Kind[]

export const anyKind: Kinds = ['text', 'number', 'boolean', 'null', 'list', 'entity']

/** What the state can store: entities are written as their ids. */
export const storedKinds: Kinds = ['text', 'number', 'boolean', 'null', 'list']

/** In the words of an error message: `a number or null`. */
export function describeKinds(kinds: Kinds): string {
  return kinds.map((kind) => WORDS[kind]).join(' or ')
}

const WORDS: Record<Kind, string> = {
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
