import { mappingEntries } from '../cursor/mappingEntries.ts'
import type { Detail } from '../../gamebook/gamebook.ts'
import { report } from '../diagnostics/reporter.ts'
import { template } from '../cursor/readExpressions.ts'
import type { Reader } from '../cursor/readers.ts'

/** `{"scales, balance": text}` */
export const details: Reader<readonly Detail[]> = (cursor) =>
  mappingEntries(cursor).flatMap(({ key, keyLocation, value }) => {
    if (key.startsWith('x-')) return []
    const words = wordsOf(key)
    const text = template(value)
    if (words.length === 0) report(keyLocation, 'bad-key', 'A detail needs words.', 'Write what players look at.')
    return words.length === 0 || text === undefined ? [] : [{ words, text }]
  })

function wordsOf(key: string): readonly string[] {
  return key
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')
}
