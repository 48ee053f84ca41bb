import type { Dynamic } from '../expressions/expression.ts'
import type { FieldDeclaration } from '../gamebook.ts'
import type { Json } from '../json.ts'
import { nearest } from '../names/nearest.ts'
import { traitSchemas } from '../traits/schemas.ts'
import type { EntityDraft, TraitParts } from '../reading/draft.ts'
import { fitsField } from './fieldFit.ts'
import { checkFieldName } from './fieldName.ts'
import type { MappingEntry } from '../reading/mappingEntries.ts'
import { openMapping, type MappingReader } from '../reading/mappingReader.ts'
import { notSupportedYet } from './notSupportedYet.ts'
import type { Place } from '../reading/place.ts'
import { readEntityId } from './readId.ts'
import { condition, fieldValue } from '../reading/readExpressions.ts'
import { gamebookFunction } from './readFunction.ts'
import { boolean, listOf, nullable, type Reader } from '../reading/readers.ts'
import type { TraitList } from './readTraits.ts'
import { readTriggers } from './readTriggers.ts'
import { report } from '../reading/reporter.ts'

/** What the type says about its entities. */
export interface EntityShape {
  readonly traits: TraitList
  readonly fields: ReadonlyMap<string, FieldDeclaration>
}

export function entity(shape: EntityShape): Reader<EntityDraft> {
  return (cursor) => {
    const keys = openMapping(cursor)
    if (keys === undefined) return undefined
    const id = readEntityId(keys)
    const parts = shape.traits.names.reduce<TraitParts>(
      (read, name) => ({ ...read, ...traitSchemas[name].read(keys) }),
      {},
    )
    const functions = keys.optional('functions', nullable(listOf(gamebookFunction)), [])
    readTriggers(keys)
    readSecret(keys)
    return {
      place: cursor,
      id,
      parts,
      fields: new Map([...readDeclaredFields(keys, shape), ...readFreeFields(keys, shape)]),
      functions: (functions ?? []).filter((candidate) => candidate !== null),
    }
  }
}

const ENTITY_KEYS = ['id', 'functions', 'triggers', 'secret', 'reveal_when']

function readSecret(keys: MappingReader): void {
  const isSecret = keys.optional('secret', boolean, false)
  if (isSecret) notSupportedYet(keys.entry('secret')?.keyPlace ?? keys.place, 'secret entities')
  const revealWhen = keys.entry('reveal_when')
  if (revealWhen === undefined) return
  condition(revealWhen.value)
  notSupportedYet(revealWhen.keyPlace, 'revealing secret entities')
}

type Field = [string, Json | Dynamic]

function readDeclaredFields(keys: MappingReader, { fields }: EntityShape): readonly Field[] {
  return [...fields].flatMap(([name, declaration]): Field[] => {
    const entry = keys.entry(name)
    if (entry === undefined) return []
    const value = fieldValue(entry.value)
    if (value === undefined) return [[name, declaration.default]]
    if (!fitsField(value, declaration)) reportBadValue(entry, declaration)
    return [[name, value]]
  })
}

/** All keys that nothing else has read. A field whose value is faulty is kept: it is there, only unreadable. */
function readFreeFields(keys: MappingReader, { traits, fields }: EntityShape): readonly Field[] {
  const known = [...ENTITY_KEYS, ...traits.names.flatMap((name) => traitSchemas[name].entityKeys), ...fields.keys()]
  return keys.rest().map(({ key, keyPlace, value }): Field => {
    checkFieldName(key, keyPlace, traits.names)
    checkNearMiss(key, keyPlace, known)
    return [key, fieldValue(value) ?? null]
  })
}

function checkNearMiss(key: string, place: Place, known: readonly string[]): void {
  const meant = nearest(key, known)
  if (meant === undefined) return
  const hint = `Did you mean "${meant}"? If not, ignore this.`
  report(place, 'near-miss-field', `"${key}" is taken for a field of your own.`, hint)
}

function reportBadValue({ key, value }: MappingEntry, { type }: FieldDeclaration): void {
  const message = `The value does not fit the declaration of the field "${key}", which is of type ${type}.`
  report(value, 'bad-value', message, 'Change the value, or the declaration in "fields".')
}
