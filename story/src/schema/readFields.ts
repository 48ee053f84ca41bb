import type { Dynamic } from '../expressions/expression.ts'
import type { FieldDeclaration, FieldType, TraitName } from '../gamebook.ts'
import type { Json } from '../json.ts'
import { traitSchemas } from '../traits/schemas.ts'
import type { Cursor } from '../reading/cursor.ts'
import { fitsField } from './fieldFit.ts'
import { checkFieldName } from './fieldName.ts'
import { mappingEntries, type MappingEntry } from '../reading/mappingEntries.ts'
import { openMapping } from '../reading/mappingReader.ts'
import { notSupportedYet } from './notSupportedYet.ts'
import { fieldValue } from '../reading/readExpressions.ts'
import { located, number, oneOf, text, wrongType, type Reader } from '../reading/readers.ts'
import { report } from '../reading/reporter.ts'

type Fields = ReadonlyMap<string, FieldDeclaration>

/** The typed fields that a type declares. The engine does not keep their rules yet, but expressions can read them. */
export function readFields(entry: MappingEntry | undefined, traits: readonly TraitName[]): Fields {
  if (entry === undefined) return NO_FIELDS
  if (entry.value.kind !== 'mapping') {
    wrongType(entry.value, 'a mapping of fields')
    return NO_FIELDS
  }
  const declared = mappingEntries(entry.value).filter(({ key }) => !key.startsWith('x-'))
  if (declared.length > 0) notSupportedYet(entry.keyPlace, 'declared fields')
  return new Map(
    declared.flatMap(({ key, keyPlace, value }): [string, FieldDeclaration][] => {
      const trait = traits.find((name) => traitSchemas[name].entityKeys.includes(key))
      if (trait === undefined) checkFieldName(key, keyPlace, traits)
      else report(keyPlace, 'bad-field', `"${key}" is a key of the trait "${trait}".`, 'Give the field another name.')
      const declaration = readDeclaration(value)
      return declaration === undefined ? [] : [[key, declaration]]
    }),
  )
}

const NO_FIELDS: Fields = new Map()

const fieldType: Reader<FieldType> = oneOf('text', 'integer', 'number', 'boolean', 'list', 'entity', 'entities')

function readDeclaration(cursor: Cursor): FieldDeclaration | undefined {
  if (cursor.kind === 'text') {
    const type = fieldType(cursor)
    return type && { type, of: null, default: startOf(type, null, null), min: null, max: null }
  }
  const keys = openMapping(cursor)
  const type = keys?.required('type', located(fieldType))
  if (keys === undefined || type === undefined) return undefined
  const min = keys.optional('min', located(number), null)
  const max = keys.optional('max', located(number), null)
  const bounds = { min: min?.value ?? null, max: max?.value ?? null }
  const start = keys.optional('default', located(fieldValue), null)
  const declaration: FieldDeclaration = {
    type: type.value,
    of: keys.optional('of', text, null),
    default: start?.value ?? startOf(type.value, bounds.min, bounds.max),
    ...bounds,
  }
  for (const key of NOT_READ_YET) keys.entry(key)
  keys.reportUnknownKeys()
  const bound = min ?? max
  if (bound !== null && type.value !== 'integer' && type.value !== 'number') {
    report(bound.place, 'bad-field', `A field of type ${type.value} has no bounds.`, 'Remove "min" and "max".')
  } else if (min !== null && max !== null && min.value > max.value) {
    report(min.place, 'bad-field', `"min" ${min.value} is more than "max" ${max.value}.`, 'Exchange the two.')
  } else if (start !== null && !fitsField(start.value, declaration)) {
    report(
      start.place,
      'bad-value',
      'The default does not fit the declaration of the field.',
      'Change the one or the other.',
    )
  }
  return declaration
}

const NOT_READ_YET = ['values', 'on_bound', 'label', 'show', 'tell']

function startOf(type: FieldType, min: number | null, max: number | null): Json | Dynamic {
  switch (type) {
    case 'text':
      return ''
    case 'integer':
    case 'number':
      return Math.min(Math.max(0, min ?? 0), max ?? Infinity)
    case 'boolean':
      return false
    case 'list':
    case 'entities':
      return []
    case 'entity':
      return null
  }
}
