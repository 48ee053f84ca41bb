import { elementsOf, type Cursor, type Kind } from './cursor.ts'
import { hintForType } from './hintForType.ts'
import { mappingEntries } from './mappingEntries.ts'
import type { Located } from '../diagnostics/sourceLocation.ts'
import { report } from '../diagnostics/reporter.ts'
import { suggest } from '../diagnostics/suggestion.ts'
import { synonymOf } from '../diagnostics/synonyms.ts'

/** Reads a value. Undefined if it is invalid; the reader has then reported it. */
export type Reader<T> = (cursor: Cursor) => T | undefined

export const text: Reader<string> = (cursor) => {
  const value = scalarOf(cursor)
  return typeof value === 'string' ? value : wrongType(cursor, 'text')
}

export const boolean: Reader<boolean> = (cursor) => {
  const value = scalarOf(cursor)
  return typeof value === 'boolean' ? value : wrongType(cursor, 'true or false')
}

export const number: Reader<number> = (cursor) => {
  const value = scalarOf(cursor)
  return typeof value === 'number' ? value : wrongType(cursor, 'a number')
}

export const wholeNumber: Reader<number> = (cursor) => {
  const value = scalarOf(cursor)
  return typeof value === 'number' && Number.isInteger(value) && value >= 0
    ? value
    : wrongType(cursor, 'a whole number from 0')
}

export const integer: Reader<number> = (cursor) => {
  const value = scalarOf(cursor)
  return typeof value === 'number' && Number.isInteger(value) ? value : wrongType(cursor, 'a whole number')
}

export function nullable<T>(read: Reader<T>): Reader<T | null> {
  return (cursor) => (cursor.kind === 'null' ? null : read(cursor))
}

/** Invalid elements are reported and left out. */
export function listOf<T>(read: Reader<T>): Reader<readonly T[]> {
  return (cursor) => {
    if (cursor.kind !== 'list') return wrongType(cursor, 'a list')
    const items: T[] = []
    for (const element of elementsOf(cursor)) {
      const item = read(element)
      if (item !== undefined) items.push(item)
    }
    return items
  }
}

/** Invalid values are reported and left out. */
export function mapOf<T>(read: Reader<T>): Reader<ReadonlyMap<string, T>> {
  return (cursor) => {
    if (cursor.kind !== 'mapping') return wrongType(cursor, 'a mapping of keys and values')
    const items = new Map<string, T>()
    for (const { key, value } of mappingEntries(cursor)) {
      const item = key.startsWith('x-') ? undefined : read(value)
      if (item !== undefined) items.set(key, item)
    }
    return items
  }
}

export function oneOf<const T extends string>(...choices: readonly T[]): Reader<T> {
  return (cursor) => {
    const value = scalarOf(cursor)
    const choice = choices.find((known) => known === value)
    if (choice !== undefined) return choice
    if (typeof value !== 'string') return wrongType(cursor, `one of ${choices.join(', ')}`)
    const all = choices.join(', ')
    const synonym = synonymOf(value, new Set(choices))
    const otherwise = synonym === undefined ? `Write one of ${all}.` : `Did you mean "${synonym}"?`
    report(cursor, 'wrong-type', `"${value}" is not one of ${all}.`, suggest(value, choices, otherwise))
    return undefined
  }
}

/** The value with its location, for checks against other parts of the file. */
export function located<T>(read: Reader<T>): Reader<Located<T>> {
  return (cursor) => {
    const value = read(cursor)
    return value === undefined ? undefined : { value, location: cursor }
  }
}

export function wrongType(cursor: Cursor, expected: string): undefined {
  if (cursor.kind === 'unreadable') return undefined
  const hint = hintForType(cursor, expected)
  report(cursor, 'wrong-type', `Expected ${expected}, found ${found[cursor.kind]}.`, hint)
  return undefined
}

const found: Record<Exclude<Kind, 'unreadable'>, string> = {
  text: 'text',
  number: 'a number',
  boolean: 'true or false',
  null: 'nothing (null)',
  list: 'a list',
  mapping: 'a mapping',
}

function scalarOf({ kind, node }: Cursor): unknown {
  return kind !== 'unreadable' && node?.kind === 'scalar' ? node.value : undefined
}
