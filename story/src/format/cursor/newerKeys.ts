import { allKeys } from '../keys/allKeys.ts'
import { report } from '../diagnostics/reporter.ts'
import { elementsOf, type Cursor } from './cursor.ts'
import { isListOfPairs, REMOVE_DASHES } from './hintForType.ts'
import { mappingEntries, type MappingEntry } from './mappingEntries.ts'
import type { MappingReader } from './mappingReader.ts'
import type { Reader } from './readers.ts'

/**
 * Keys that the first version of the format did not have. Older gamebooks may use them for something else, so a newer
 * key counts only with a value of its own shape.
 */
export interface ValueShape {
  /** With its article: `a list of texts`. */
  readonly what: string
  readonly fits: (cursor: Cursor) => boolean
}

export const TEXT: ValueShape = { what: 'text', fits: isText }
/** On an entity, where `=x` is a computed field. */
export const FIXED_TEXT: ValueShape = { what: 'text', fits: (cursor) => isText(cursor) && !isComputed(cursor) }
export const TEXTS: ValueShape = { what: 'a list of texts', fits: (cursor) => isListOf(cursor, isText) }
export const MAPPINGS: ValueShape = { what: 'a list of mappings', fits: (cursor) => isListOf(cursor, isMapping) }
/** One effect is enough: then the other elements are reported one by one. */
export const EFFECTS: ValueShape = {
  what: 'a list of effects',
  fits: (cursor) => isListOf(cursor, isMapping) && (isEmpty(cursor) || elementsOf(cursor).some(isEffect)),
}
export const MAPPINGS_WITH_CONDITION: ValueShape = {
  what: 'a list of mappings with a condition',
  fits: (cursor) => isListOf(cursor, (element) => mappingEntries(element).some(({ key }) => key === 'condition')),
}
/** `off` is text in YAML 1.2 and false in YAML 1.1: both mean the same. */
export const OFF: ValueShape = { what: 'off', fits: isOff }
export const TEXT_MAPPING: ValueShape = {
  what: 'a mapping of words and texts',
  fits: (cursor) => isMapping(cursor) && mappingEntries(cursor).every(({ value }) => isText(value)),
}

/** Reads a newer key of an entity. With any other value, it stays a custom field. */
export function newerEntityKey<T, U>(
  keys: MappingReader,
  key: string,
  shape: ValueShape,
  read: Reader<T>,
  fallback: U,
): T | U {
  return counts(keys.peek(key), shape, 'a custom field') ? keys.optional(key, read, fallback) : fallback
}

/** Reads a newer key of anything else. With any other value, it is ignored. */
export function newerKey<T, U>(
  keys: MappingReader,
  key: string,
  shape: ValueShape,
  read: Reader<T>,
  fallback: U,
): T | U {
  return counts(keys.entry(key), shape, 'ignored') ? keys.optional(key, read, fallback) : fallback
}

/** Whether a key is there with its own shape; another shape is reported. An unreadable value is already reported. */
function counts(found: MappingEntry | undefined, shape: ValueShape, role: string): boolean {
  if (found === undefined) return false
  const { key, value } = found
  const fits = value.kind === 'unreadable' || shape.fits(value)
  if (!fits) reportShape(value, key, shape, role)
  return fits
}

function reportShape(cursor: Cursor, key: string, { what }: ValueShape, role: string): void {
  const moved = what.startsWith('a mapping')
    ? mappingEntries(cursor).find((entry) => isMoved(entry, cursor))
    : undefined
  if (moved !== undefined) return reportMoved(moved, key)
  const message = `With this value, "${key}" is ${role}.`
  const hint = `Write ${what} to give the key its newer meaning, or rename it.`
  const dashes = what.startsWith('a mapping') && isListOfPairs(cursor) ? `${REMOVE_DASHES} ` : ''
  report(cursor, 'key-of-newer-format', message, `${dashes}${hint}`)
}

/** Whether it is a key of the format that is indented as far as the words above it. */
function isMoved({ key, keyLocation, value }: MappingEntry, { offset, reporter }: Cursor): boolean {
  const isBelow = reporter.positionAt(keyLocation.offset).line > reporter.positionAt(offset).line
  return isBelow && !isText(value) && allKeys.has(key)
}

function reportMoved({ key, keyLocation }: MappingEntry, owner: string): void {
  const message = `"${key}" is read as a part of "${owner}", because of its indentation.`
  const hint = `Remove spaces at the start of the line, so it starts in the column of "${owner}". Indent what belongs to it less, too.`
  report(keyLocation, 'key-of-newer-format', message, hint)
}

export function isOff({ node }: Cursor): boolean {
  return node?.kind === 'scalar' && (node.value === 'off' || node.value === false)
}

function isText({ kind }: Cursor): boolean {
  return kind === 'text'
}

function isComputed({ node }: Cursor): boolean {
  return node?.kind === 'scalar' && typeof node.value === 'string' && /^=(?!=)/.test(node.value)
}

function isMapping({ kind }: Cursor): boolean {
  return kind === 'mapping'
}

function isEmpty(cursor: Cursor): boolean {
  return elementsOf(cursor).length === 0
}

/** Whether a mapping has a key by which an effect is known, or the name of an action as a key. */
function isEffect(cursor: Cursor): boolean {
  return mappingEntries(cursor).some(({ key }) => KEYS_OF_EFFECTS.has(key) || key.includes('/'))
}

const KEYS_OF_EFFECTS: ReadonlySet<string> = new Set(['action', 'narrate', 'promise'])

function isListOf(cursor: Cursor, isElement: (element: Cursor) => boolean): boolean {
  return cursor.kind === 'list' && elementsOf(cursor).every(isElement)
}
