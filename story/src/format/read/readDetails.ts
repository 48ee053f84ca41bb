import { mappingEntries } from '../cursor/mappingEntries.ts'
import type { Detail } from '../../gamebook/gamebook.ts'
import type { SourceLocation } from '../diagnostics/sourceLocation.ts'
import { normalizePhrase } from '../../names/normalizePhrase.ts'
import { report } from '../diagnostics/reporter.ts'
import { template } from '../cursor/readExpressions.ts'
import type { Reader } from '../cursor/readers.ts'

/** `{"scales, balance": text}` */
export const details: Reader<readonly Detail[]> = (cursor) => {
  const known = new Set<string>()
  return mappingEntries(cursor).flatMap(({ key, keyLocation, value }) => {
    if (key.startsWith('x-')) return []
    const words = wordsOf(key)
    const text = template(value)
    if (words.length === 0)
      report(keyLocation, 'bad-key', 'A detail needs at least one word.', 'Write the words that players use for it.')
    for (const word of words) checkWord(word, keyLocation, known)
    return words.length === 0 || text === undefined ? [] : [{ words, text }]
  })
}

/** The first detail with a word counts. */
function checkWord(word: string, location: SourceLocation, known: Set<string>): void {
  const key = normalizePhrase(word)
  if (known.has(key)) {
    report(location, 'duplicate-word', `This entity already has a detail "${word}".`, 'Remove the word in one of them.')
  }
  known.add(key)
}

function wordsOf(key: string): readonly string[] {
  return key
    .split(',')
    .map((word) => word.trim())
    .filter((word) => normalizePhrase(word) !== '')
}
