import { graphOptions } from '../../keys/entityTypeKeys.ts'
import { namesOf } from '../../keys/key.ts'
import type { TraitName } from '../../../gamebook/gamebook.ts'
import { traitSchemas } from './traitSchemas.ts'
import { elementsOf, type Cursor } from '../../cursor/cursor.ts'
import { mappingEntries } from '../../cursor/mappingEntries.ts'
import { openMapping, readEntries, type MappingReader } from '../../cursor/mappingReader.ts'
import type { Located, SourceLocation } from '../../diagnostics/sourceLocation.ts'
import { located, text, wrongType, type Reader } from '../../cursor/readers.ts'
import { relatedTo, report } from '../../diagnostics/reporter.ts'
import { suggest } from '../../diagnostics/suggestion.ts'
import type { TraitOptions } from './traitSchema.ts'

export interface TraitList {
  /** Each once, in the author's order. */
  readonly names: readonly TraitName[]
  readonly options: TraitOptions
  /** False where a trait could not be read: the type may have been meant to have it. */
  readonly sound: boolean
}

export const NO_TRAITS: TraitList = { names: [], options: {}, sound: true }

/** `[described, {name: graph, node_type_id: Place}]` */
export const traits: Reader<TraitList> = (cursor) => {
  if (cursor.kind !== 'list') {
    wrongType(cursor, 'a list of traits')
    return { ...NO_TRAITS, sound: false }
  }
  const first = new Map<TraitName, SourceLocation>()
  let options: TraitOptions = {}
  let sound = true
  for (const element of elementsOf(cursor)) {
    const written = readTrait(element)
    const name = written && findTraitName(written.name)
    if (written === undefined || name === undefined) {
      sound = false
      continue
    }
    const earlier = first.get(name)
    if (earlier === undefined) {
      first.set(name, written.name.location)
      options = { ...options, ...readOptions(name, written.options) }
    } else {
      reportDuplicate(name, written.name.location, earlier)
    }
  }
  return { names: [...first.keys()], options, sound }
}

interface WrittenTrait {
  readonly name: Located<string>
  readonly options: MappingReader
}

/** A text, a mapping with the options among its keys, or a mapping with the key `options`. */
function readTrait(cursor: Cursor): WrittenTrait | undefined {
  if (cursor.kind === 'text') {
    const name = located(text)(cursor)
    return name && { name, options: readEntries([], cursor) }
  }
  const keys =
    cursor.kind === 'mapping'
      ? openMapping(cursor)
      : wrongType(cursor, 'the name of a trait, or a mapping with its name')
  const name = keys?.required('name', located(text))
  const grouped = keys?.optional('options', optionMapping, []) ?? []
  return keys && name && { name, options: readEntries([...grouped, ...keys.rest()], cursor) }
}

const optionMapping: Reader<ReturnType<typeof mappingEntries>> = (cursor) =>
  cursor.kind === 'mapping' ? mappingEntries(cursor) : wrongType(cursor, 'a mapping of options')

function findTraitName({ value, location }: Located<string>): TraitName | undefined {
  const name = Object.values(traitSchemas).find((schema) => schema.name === value)?.name
  if (name === undefined) {
    const known = Object.keys(traitSchemas)
    report(
      location,
      'unknown-trait',
      `There is no trait "${value}".`,
      suggest(value, known, `Available: ${known.join(', ')}.`),
    )
  }
  return name
}

function readOptions(name: TraitName, options: MappingReader): TraitOptions {
  const read = traitSchemas[name].readOptions?.(options) ?? {}
  for (const { key, keyLocation } of options.rest()) {
    const known = name === 'graph' ? namesOf(graphOptions) : []
    const message = `The trait "${name}" has no option "${key}".`
    report(keyLocation, 'unknown-option', message, suggest(key, known, 'Remove it: it has no effect.'))
  }
  return read
}

function reportDuplicate(name: TraitName, location: SourceLocation, first: SourceLocation): void {
  report(location, 'duplicate-trait', `The type already has the trait "${name}".`, 'Remove one of the two.', [
    relatedTo(first, `"${name}" is first used here.`),
  ])
}
