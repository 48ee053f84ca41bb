import type { Reader } from '../../cursor/readers.ts'
import { text } from '../../cursor/readers.ts'
import { report } from '../../diagnostics/reporter.ts'

/** One line for readers, with single spaces. */
export function shortText(what: string, maxCharacters: number): Reader<string> {
  return (cursor) => {
    const line = text(cursor)?.replaceAll(/\s+/g, ' ').trim()
    if (line === undefined) return undefined
    if (line === '') {
      report(cursor, 'bad-value', `This ${what} is empty.`, 'Write it, or remove it.')
      return undefined
    }
    if (line.length > maxCharacters) {
      report(cursor, 'limit', `A ${what} has at most ${maxCharacters} characters.`, 'Shorten it.')
      return undefined
    }
    return line
  }
}
