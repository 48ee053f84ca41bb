import { isStopWord } from '../../words/stopWords.ts'
import { stem } from '../../words/stem.ts'
import type { PlayerInput } from '../playerInput.ts'
import type { Reading } from './reading.ts'

/** What stands in quotes. */
export function readQuote(text: string): string | null {
  const found = /"([^"]+)"|“([^”]+)”|«([^»]+)»|(?<!\p{L})[‘']([^‘’']+(?:['’]\p{L}[^‘’']*)*)[’'](?!\p{L})/u.exec(text)
  const quoted = found?.slice(1).join('').trim() ?? ''
  return quoted === '' ? null : quoted
}

/**
 * What is said word for word: in quotes, else the rest of the sentence behind the words that name the deed.
 * @param isKnown whether a stem belongs to the name of the deed
 */
export function readText(
  { text, stems }: PlayerInput,
  maxLength: number,
  isKnown: (stem: string) => boolean,
): Reading | null {
  const said = (readQuote(text) ?? restOf(text, isKnown)).slice(0, maxLength).trim()
  return said === '' ? null : { kind: 'value', value: said, used: stems.filter((word) => !isKnown(word)) }
}

function restOf(text: string, isKnown: (stem: string) => boolean): string {
  const words = text.trim().split(/\s+/)
  const from = words.findIndex((word) => {
    const bare = word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
    return bare !== '' && !LEADING.has(bare) && !isKnown(stem(bare))
  })
  if (from < 0) return ''
  const isBare = words.slice(0, from).every((word) => isStopWord(word.toLowerCase()))
  return (isBare ? words : words.slice(from)).join(' ').replace(/^[,:–-]\s*/, '')
}

/** What may stand between the verb and what is said. */
const LEADING = new Set('i to the a an that please then his her its my it is'.split(' '))
