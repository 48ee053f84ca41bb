import { keysByPart } from '../keys/allKeys.ts'
import type { Cursor } from './cursor.ts'
import { entriesByKey, type MappingEntry } from './mappingEntries.ts'
import type { SourceLocation } from '../diagnostics/sourceLocation.ts'
import { report } from '../diagnostics/reporter.ts'
import { wrongType, type Reader } from './readers.ts'
import { suggest } from '../diagnostics/suggestion.ts'
import { synonymOf } from '../diagnostics/synonyms.ts'

/** Reads a mapping key by key. The keys that were not read are unknown keys, options or custom fields. */
export interface MappingReader {
  readonly location: SourceLocation
  /** Undefined, and reported, if the key is absent or its value is invalid. */
  readonly required: <T>(key: string, read: Reader<T>) => T | undefined
  /** The fallback if the key is absent, or if its value is invalid, which is reported. */
  readonly optional: <T, U>(key: string, read: Reader<T>, fallback: U) => T | U
  /** For keys that are ignored without a warning. */
  readonly ignore: (keys: readonly string[]) => void
  /** For keys that need more than their value. */
  readonly entry: (key: string) => MappingEntry | undefined
  /** As `entry`, but the key stays unread. */
  readonly peek: (key: string) => MappingEntry | undefined
  /** In the order of the file; without those whose key begins with `x-`. */
  readonly rest: () => readonly MappingEntry[]
  readonly reportUnknownKeys: () => void
}

/** Undefined, and reported, for any other value. */
export function openMapping(cursor: Cursor): MappingReader | undefined {
  if (cursor.kind === 'mapping') return readByKey(entriesByKey(cursor), cursor)
  return wrongType(cursor, 'a mapping of keys and values')
}

/** Where a key belongs that is in the wrong place. */
export function homeOf(key: string): string {
  const parts = [...keysByPart].filter(([, keys]) => Object.hasOwn(keys, key)).map(([part]) => part)
  const [part] = parts
  if (part === undefined || parts.length > MOST_PARTS) return ''
  return `"${key}" is a key of ${parts.join(' or ')}: check the indentation of this line. `
}

const MOST_PARTS = 3

/** The later of two entries with the same key counts. */
export function readEntries(entries: readonly MappingEntry[], location: SourceLocation): MappingReader {
  return readByKey(new Map(entries.map((entry) => [entry.key, entry])), location)
}

/** For declared fields that have the name of a newer key: the declaration wins. */
export function withoutPeeking(keys: MappingReader, hidden: ReadonlyMap<string, unknown>): MappingReader {
  return hidden.size === 0 ? keys : { ...keys, peek: (key) => (hidden.has(key) ? undefined : keys.peek(key)) }
}

function readByKey(byKey: Map<string, MappingEntry>, location: SourceLocation): MappingReader {
  const known = new Set<string>()

  function entry(key: string): MappingEntry | undefined {
    known.add(key)
    return byKey.get(key)
  }

  function peek(key: string): MappingEntry | undefined {
    return byKey.get(key)
  }

  function required<T>(key: string, read: Reader<T>): T | undefined {
    const found = entry(key)
    if (found !== undefined) return read(found.value)
    report(location, 'missing-key', `The key "${key}" is missing here.`, `Add "${key}: …".`)
    return undefined
  }

  function optional<T, U>(key: string, read: Reader<T>, fallback: U): T | U {
    const found = entry(key)
    const value = found === undefined ? undefined : read(found.value)
    return value === undefined ? fallback : value
  }

  function ignore(keys: readonly string[]): void {
    for (const key of keys) byKey.delete(key)
  }

  function rest(): readonly MappingEntry[] {
    return [...byKey.values()].filter(({ key }) => !known.has(key) && !key.startsWith('x-'))
  }

  function absentKeys(): ReadonlySet<string> {
    return new Set([...known].filter((key) => !byKey.has(key)))
  }

  function reportUnknownKeys(): void {
    for (const { key, keyLocation } of rest()) {
      location.reporter.noteMisspelling(keyLocation, key, absentKeys())
      const synonym = synonymOf(key, absentKeys())
      const meant = synonym === undefined ? homeOf(key) : `Did you mean "${synonym}"? `
      const otherwise = `${meant}Available: ${[...known].join(', ')}. Your own keys start with "x-".`
      report(
        keyLocation,
        'unknown-key',
        `The key "${key}" is unknown here and ignored.`,
        suggest(key, known, otherwise),
      )
    }
  }

  return { location, required, optional, ignore, entry, peek, rest, reportUnknownKeys }
}
