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
      first.set(name, written.name.place)
      options = { ...options, ...readOptions(name, written.options) }
    } else {
      reportDuplicate(name, written.name.place, earlier)
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

function findTraitName({ value, place }: Located<string>): TraitName | undefined {
  const name = Object.values(traitSchemas).find((schema) => schema.name === value)?.name
  if (name === undefined) {
    const known = Object.keys(traitSchemas)
    report(
      place,
      'unknown-trait',
      `There is no trait "${value}".`,
      suggest(value, known, `There are: ${known.join(', ')}.`),
    )
  }
  return name
}

function readOptions(name: TraitName, options: MappingReader): TraitOptions {
  const read = traitSchemas[name].readOptions?.(options) ?? {}
  for (const { key, keyPlace } of options.rest()) {
    const known = name === 'graph' ? ['node_type_id'] : []
    const message = `The trait "${name}" has no option "${key}".`
    report(keyPlace, 'unknown-option', message, suggest(key, known, 'Remove it: it means nothing here.'))
  }
  return read
}

function reportDuplicate(name: TraitName, place: SourceLocation, first: SourceLocation): void {
  report(place, 'duplicate-trait', `The type has the trait "${name}" already.`, 'Keep one of the two.', [
    relatedTo(first, `"${name}" stands here for the first time.`),
  ])
}
