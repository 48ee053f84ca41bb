import { report } from '../../diagnostics/reporter.ts'
import { conditionKeys, textKeys } from '../../keys/allKeys.ts'
import type { YamlScalar } from '../yamlNode.ts'
import { IN_QUOTES, locationAt, quoteEnd, type WrittenPlace } from './writtenPlace.ts'

/**
 * Warns of a text without quotes that ends at a "#". Two spaces before the "#", or a condition before it, are a sign
 * that a comment was meant.
 */
export function checkComment(value: YamlScalar, key: YamlScalar | null, place: WrittenPlace): void {
  if (value.style !== 'plain' || value.tag !== null) return
  const hash = findHash(value, key, place.text)
  if (hash === null || !isCut(value, key?.source ?? null, hash, place.text)) return
  const message =
    value.source === ''
      ? 'The "#" starts a comment, so this text is empty.'
      : `This text ends with ${quoteEnd(value.source)}: the "#" after a space starts a comment.`
  report(
    locationAt(place, hash),
    'cut-text',
    message,
    `${IN_QUOTES} If it is a comment, put it on a separate line, or type two spaces before the "#".`,
  )
}

/** Where a comment starts on the last line of the value; null if there is none. */
function findHash({ source, start, end }: YamlScalar, key: YamlScalar | null, text: string): number | null {
  const from = source === '' ? (key === null ? start : text.indexOf(':', key.end) + 1) : end
  if (source === '' && key === null) return null
  let at = from
  while (text.charAt(at) === ' ') at += 1
  return text.charAt(at) === '#' && at > from ? at : null
}

function isCut({ source, value }: YamlScalar, key: string | null, hash: number, text: string): boolean {
  const isTight = text.charAt(hash + 1).trim() !== '' && text.charAt(hash + 1) !== '#'
  if (source === '') return isTight && key !== null && textKeys.has(key)
  if (typeof value !== 'string' || text.charAt(hash - 2) === ' ') return false
  if (source.startsWith('=') || (key !== null && conditionKeys.has(key))) return false
  return isTight || /\s/.test(source) || (key !== null && PROSE_KEYS.has(key))
}

/** Texts that players or narrators read. */
const PROSE_KEYS: ReadonlySet<string> = new Set([
  'title',
  'description',
  'text',
  'label',
  'instructions',
  'narrate',
  'say',
])
