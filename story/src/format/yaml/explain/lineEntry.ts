import type { SourceLine } from './sourceLines.ts'

/** What a line of block YAML holds: dashes, a key and a value. Positions are columns of the line, from 0. */
export interface LineEntry {
  /** How many "- " it starts with. */
  readonly dashes: number
  /** Where its key, or its value if it has no key, starts. */
  readonly contentAt: number
  /** Null if no colon follows a word. */
  readonly key: string | null
  /** Where the value starts: at the end of the line if it has none. */
  readonly valueAt: number
}

export function readEntry({ text, indent }: SourceLine): LineEntry {
  let contentAt = indent
  let dashes = 0
  while (text.charAt(contentAt) === '-' && isBlank(text, contentAt + 1)) {
    dashes += 1
    contentAt = afterBlanks(text, contentAt + 1)
  }
  const colon = findKeyEnd(text, contentAt)
  if (colon === -1) return { dashes, contentAt, key: null, valueAt: contentAt }
  return { dashes, contentAt, key: text.slice(contentAt, colon).trimEnd(), valueAt: afterBlanks(text, colon + 1) }
}

/** The colon after a key; -1 if there is none. */
function findKeyEnd(text: string, start: number): number {
  const first = text.charAt(start)
  if (first === '' || '[{#'.includes(first)) return -1
  const isQuoted = first === '"' || first === "'"
  const from = isQuoted ? text.indexOf(first, start + 1) + 1 : start
  if (isQuoted && from === 0) return -1
  const end = Math.min(text.length, start + LONGEST_KEY)
  for (let at = from; at < end; at += 1) {
    if (text.charAt(at) === '#' && at > start && isBlank(text, at - 1)) return -1
    if (text.charAt(at) === ':' && isBlank(text, at + 1))
      return !isQuoted || text.slice(from, at).trim() === '' ? at : -1
  }
  return -1
}

/** Longer texts before a colon are sentences. */
const LONGEST_KEY = 200

/** Whether white space follows, or the end of the line. */
export function isBlank(text: string, at: number): boolean {
  const character = text.charAt(at)
  return character === '' || character === ' ' || character === '\t'
}

function afterBlanks(text: string, start: number): number {
  let at = start
  while (at < text.length && isBlank(text, at)) at += 1
  return at
}
