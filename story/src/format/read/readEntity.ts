import type { Computed } from '../../expressions/expression.ts'
import type { FieldDeclaration } from '../../gamebook/gamebook.ts'
import type { Json } from '../../json.ts'
import { details } from './readDetails.ts'
import { traitSchemas } from './traits/traitSchemas.ts'
import type { EntityDraft, FieldDraft, TraitParts } from './draft.ts'
import { commonEntityKeys, newerKeysOf, traitKeys } from '../keys/entityKeys.ts'
import { namesOf } from '../keys/key.ts'
import { toJson } from '../cursor/toJson.ts'
import { checkCustomName } from './fields/checkCustomName.ts'
import { fitsField } from './fields/fieldFit.ts'
import { checkFieldName } from './fields/fieldName.ts'
import { hintForValue } from './fields/hintForValue.ts'
import type { MappingEntry } from '../cursor/mappingEntries.ts'
import { openMapping, withoutPeeking, type MappingReader } from '../cursor/mappingReader.ts'
import { newerEntityKey, TEXT_MAPPING } from '../cursor/newerKeys.ts'
import type { SourceLocation } from '../diagnostics/sourceLocation.ts'
import { readEntityId } from './readId.ts'
import { condition, fieldValue } from '../cursor/readExpressions.ts'
import { gamebookFunction } from './functions/readFunction.ts'
import { boolean, listOf, nullable, type Reader } from '../cursor/readers.ts'
import { readReferences } from './fields/readReferences.ts'
import type { TraitList } from './traits/readTraits.ts'
import { NO_TRIGGERS, triggerList } from './readTriggers.ts'
import { report } from '../diagnostics/reporter.ts'

/** What a type declares for its entities. */
export interface EntityShape {
  readonly traits: TraitList
  readonly fields: ReadonlyMap<string, FieldDraft>
  /** Those that every entity must give. */
  readonly neededFields: readonly string[]
}

export function entity(shape: EntityShape): Reader<EntityDraft> {
  return (cursor) => {
    const keys = openMapping(cursor)
    if (keys === undefined) return undefined
    const id = readEntityId(keys)
    const traitReader = withoutPeeking(keys, shape.fields)
    const parts = shape.traits.names.reduce<TraitParts>(
      (read, name) => ({ ...read, ...traitSchemas[name].read(traitReader) }),
      {},
    )
    const errorsBefore = cursor.reporter.errorCount()
    const functions = keys.optional('functions', nullable(listOf(gamebookFunction)), []) ?? []
    const functionsSound = cursor.reporter.errorCount() === errorsBefore
    const triggers = keys.optional('triggers', nullable(triggerList), NO_TRIGGERS) ?? NO_TRIGGERS
    const revealWhen = keys.optional('reveal_when', condition, null)
    return {
      location: cursor,
      id,
      parts,
      details: hasDetails(shape) ? newerEntityKey(traitReader, 'details', TEXT_MAPPING, details, []) : [],
      secret: keys.optional('secret', boolean, keys.entry('reveal_when') !== undefined),
      revealWhen,
      ...readFields(keys, shape),
      functions: functions.filter((candidate) => candidate !== null),
      functionsSound,
      triggers,
    }
  }
}

function hasDetails({ traits: { names } }: EntityShape): boolean {
  return names.includes('described') || names.includes('graph_node')
}

type Field = [string, Json | Computed]

/** Reads the remaining keys as fields. A field with an invalid value is kept because expressions may refer to it. */
function readFields(keys: MappingReader, shape: EntityShape): Pick<EntityDraft, 'fields' | 'references'> {
  const entries = keys.rest()
  const declared = entries.flatMap((entry) => {
    const declaration = shape.fields.get(entry.key)?.declaration
    return declaration === undefined ? [] : [readDeclaredField(entry, declaration)]
  })
  const free = entries.filter(({ key }) => !shape.fields.has(key))
  reportNeeded(entries, shape, keys.location)
  return {
    fields: new Map([
      ...declared.map(({ field }) => field),
      ...readFreeFields(keys, free, shape),
      ...readNewerKeys(keys, shape),
    ]),
    references: declared.flatMap(({ references }) => references),
  }
}

interface DeclaredField {
  readonly field: Field
  readonly references: EntityDraft['references']
}

function readDeclaredField(entry: MappingEntry, declaration: FieldDeclaration): DeclaredField {
  const value = fieldValue(entry.value)
  if (value === undefined) return { field: [entry.key, declaration.default], references: [] }
  const fits = fitsField(value, declaration)
  if (!fits) reportBadValue(entry, declaration)
  return { field: [entry.key, value], references: fits ? readReferences(entry.value, declaration) : [] }
}

function readFreeFields(
  keys: MappingReader,
  free: readonly MappingEntry[],
  { traits, fields }: EntityShape,
): readonly Field[] {
  if (free.length === 0) return []
  const traitNames = traits.names.flatMap((name) => namesOf(traitKeys[name]))
  const known = [...namesOf(commonEntityKeys), ...traitNames, ...fields.keys()]
  const absent = new Set(known.filter((key) => keys.peek(key) === undefined))
  return free.map((entry): Field => {
    checkFieldName(entry.key, entry.keyLocation, traits.names)
    checkCustomName(entry, known, absent)
    return [entry.key, fieldValue(entry.value) ?? null]
  })
}

/** Newer keys stay readable, because the expressions of an older gamebook may use them as fields. */
function readNewerKeys(keys: MappingReader, { traits, fields }: EntityShape): readonly Field[] {
  const unread = new Set(keys.rest().map(({ key }) => key))
  return [...newerKeysOf(traits.names)].flatMap((name): readonly Field[] => {
    const entry = fields.has(name) || unread.has(name) ? undefined : keys.peek(name)
    return entry === undefined ? [] : [[name, toJson(entry.value)]]
  })
}

function reportBadValue({ key, value }: MappingEntry, declaration: FieldDeclaration): void {
  const message = `The value doesn't fit the field "${key}" of type ${declaration.type}.`
  report(value, 'bad-value', message, hintForValue(value, declaration))
}

function reportNeeded(given: readonly MappingEntry[], { neededFields }: EntityShape, location: SourceLocation): void {
  for (const name of neededFields) {
    if (location.reporter.isFull()) return
    if (given.some(({ key }) => key === name)) continue
    const message = `This entity doesn't set "${name}", and the default isn't one of the allowed values.`
    report(location, 'bad-value', message, 'Set it here, or add a "default" to the declaration.')
  }
}
