import { isStopWord } from '../../words/stopWords.ts'
import { stem } from '../../words/stem.ts'
import type { PlayerInput } from '../playerInput.ts'
import type { Reading } from './reading.ts'

/** The text inside quotes; null if there is none. */
export function readQuote(text: string): string | null {
  const found = /"([^"]+)"|“([^“”]+)”|«([^«»]+)»|(?<!\p{L})[‘']([^‘’']+(?:['’]\p{L}[^‘’']*)*)[’'](?!\p{L})/u.exec(text)
  const quoted = found?.slice(1).join('').trim() ?? ''
  return quoted === '' ? null : quoted
}

/**
 * A free text: the quotation, else the rest of the sentence after the words that name the option.
 * @param isKnown whether a stem belongs to the name of the option
 */
export function readText(
  { text, stems }: PlayerInput,
  maxLength: number,
  isKnown: (stem: string) => boolean,
): Reading | null {
  const value = (readQuote(text) ?? restOf(text, isKnown)).slice(0, maxLength).trim()
  return value === '' ? null : { kind: 'value', value, used: stems.filter((word) => !isKnown(word)) }
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

/** Words between the verb and the free text. */
const LEADING = new Set('i to the a an that please then his her its my it is says saying reading reads'.split(' '))
