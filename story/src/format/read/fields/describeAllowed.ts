import type { FieldDeclaration, FieldType } from '../../../gamebook/gamebook.ts'

/** What a field can hold: `a whole number from 0 to 2`. */
export function describeAllowed({ type, min, max, values }: FieldDeclaration): string {
  const isOfList = type === 'list' || type === 'entities'
  if (values !== null) return `${isOfList ? 'a list of' : 'one of'} ${values.slice(0, MOST_VALUES).join(', ')}`
  return `${WHAT[type]}${boundsText(min, max)}`
}

const MOST_VALUES = 20

const WHAT: Readonly<Record<FieldType, string>> = {
  text: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  list: 'a list',
  entity: 'the id of an entity',
  entities: 'a list of ids of entities',
}

function boundsText(min: number | null, max: number | null): string {
  return `${min === null ? '' : ` from ${min}`}${max === null ? '' : ` to ${max}`}`
}
