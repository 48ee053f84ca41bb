import type { Computed } from '../../../expressions/expression.ts'
import type { FieldDeclaration, FieldType, TraitName } from '../../../gamebook/gamebook.ts'
import type { Json } from '../../../json.ts'
import { traitKeys } from '../../keys/entityKeys.ts'
import { boundBehaviors, displays, fieldTypes, questions } from '../../keys/fieldKeys.ts'
import { elementsOf, type Cursor } from '../../cursor/cursor.ts'
import type { FieldDraft } from '../draft.ts'
import { mappingEntries, type MappingEntry } from '../../cursor/mappingEntries.ts'
import { openMapping, readEntries, type MappingReader } from '../../cursor/mappingReader.ts'
import { newerKey, TEXT, type ValueShape } from '../../cursor/newerKeys.ts'
import { fieldValue, template } from '../../cursor/readExpressions.ts'
import { boolean, listOf, located, number, oneOf, text, wrongType, type Reader } from '../../cursor/readers.ts'
import { report } from '../../diagnostics/reporter.ts'
import { checkDeclaration } from './checkDeclaration.ts'
import { fitsField } from './fieldFit.ts'
import { checkDeclaredName } from './fieldName.ts'
import { readReferences } from './readReferences.ts'

type Fields = ReadonlyMap<string, FieldDraft>

/** The typed fields that a type declares. */
export function readFields(entry: MappingEntry | undefined, traits: readonly TraitName[]): Fields {
  if (entry === undefined) return NO_FIELDS
  if (entry.value.kind !== 'mapping') {
    wrongType(entry.value, 'a mapping of fields')
    return NO_FIELDS
  }
  const declared = mappingEntries(entry.value).filter(({ key }) => !key.startsWith('x-'))
  return new Map(
    declared.flatMap(({ key, keyLocation, value }): [string, FieldDraft][] => {
      const trait = traits.find((name) => isFirstKey(name, key))
      if (trait === undefined) checkDeclaredName(key, keyLocation, traits)
      else report(keyLocation, 'bad-field', `"${key}" is a key of the trait "${trait}".`, 'Rename the field.')
      const field = readField(value)
      return field === undefined ? [] : [[key, field]]
    }),
  )
}

/** Newer keys are free for the fields of older gamebooks. */
function isFirstKey(trait: TraitName, key: string): boolean {
  const keys = traitKeys[trait]
  return Object.hasOwn(keys, key) && keys[key]?.since === undefined
}

const NO_FIELDS: Fields = new Map()

const fieldType: Reader<FieldType> = oneOf(...fieldTypes)

/** A text is the short form: only the type. */
function readField(cursor: Cursor): FieldDraft | undefined {
  if (cursor.kind === 'text') {
    const type = fieldType(cursor)
    return type && readDeclaration(type, readEntries([], cursor))
  }
  const keys = openMapping(cursor)
  const type = keys?.required('type', fieldType)
  if (keys === undefined || type === undefined) return undefined
  const field = readDeclaration(type, keys)
  keys.reportUnknownKeys()
  return field
}

function readDeclaration(type: FieldType, keys: MappingReader): FieldDraft {
  const bounds = { min: keys.optional('min', number, null), max: keys.optional('max', number, null) }
  const of = keys.optional('of', located(text), null)
  const start = keys.optional('default', fieldValue, undefined)
  const declaration: FieldDeclaration = {
    type,
    of: of?.value ?? null,
    default: start === undefined ? startOf(type, bounds.min, bounds.max) : start,
    ...bounds,
    values: keys.optional('values', allowedValues, null),
    onBound: keys.optional('on_bound', oneOf(...boundBehaviors), 'clamp'),
    label: keys.optional('label', text, null),
    show: keys.optional('show', oneOf(...displays), 'hidden'),
    tell: keys.optional('tell', boolean, true),
    askAtStart: newerKey(keys, 'ask', QUESTION, oneOf(...questions), null) !== null,
    caption: newerKey(keys, 'caption', TEXT, template, null),
  }
  const isSound = checkDeclaration(declaration, keys)
  const isNeeded = isSound && start === undefined && !fitsField(declaration.default, declaration)
  return { declaration, of, isNeeded, references: readReferences(keys.entry('default')?.value, declaration) }
}

const QUESTION: ValueShape = {
  what: questions.join(' or '),
  fits: ({ node }) => node?.kind === 'scalar' && questions.some((when) => when === node.value),
}

/** Undefined if one is invalid: the others alone would allow too little. */
const allowedValues: Reader<readonly (string | number)[]> = (cursor) => {
  const values = listOf(allowedValue)(cursor)
  return values?.length === elementsOf(cursor).length ? values : undefined
}

const allowedValue: Reader<string | number> = (cursor) => {
  if (cursor.kind === 'text') return text(cursor)
  return cursor.kind === 'number' ? number(cursor) : wrongType(cursor, 'text or a number')
}

function startOf(type: FieldType, min: number | null, max: number | null): Json | Computed {
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
