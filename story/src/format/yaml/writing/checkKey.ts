import { describeLookAlike, findLookAlike, hintForLookAlike, replaceLookAlikes } from '../../../names/lookAlikes.ts'
import { report } from '../../diagnostics/reporter.ts'
import { allKeys } from '../../keys/allKeys.ts'
import type { YamlScalar } from '../yamlNode.ts'
import { locationAt, quote, type WrittenPlace } from './writtenPlace.ts'

/** Warns of a key that only looks like a known one, or contains what can't be seen. */
export function checkKeyCharacters({ source, start }: YamlScalar, place: WrittenPlace): void {
  if (!BEYOND_ASCII.test(source)) return
  const found = Array.from(source, (character) => findLookAlike(character)).filter(
    (lookAlike) => lookAlike !== undefined,
  )
  const [first] = found
  if (first === undefined) return
  const typed = replaceLookAlikes(source)
  const isKnown = allKeys.has(typed.replaceAll(/["']/g, '').trim())
  const invisible = found.find(({ instead }) => instead.trim() === '')
  const lookAlike = isKnown ? first : invisible
  if (lookAlike === undefined) return
  report(
    locationAt(place, start),
    'look-alike-character',
    `The key ${quote(source)} contains ${describeLookAlike(lookAlike)}, so it is not the key that it looks like.`,
    hintForLookAlike(lookAlike),
  )
}

const BEYOND_ASCII = /[^\0-\x7f]/

/** Warns of a key that starts with a dash: an element of a list without its space. */
export function checkKeyDash({ source, start, style }: YamlScalar, place: WrittenPlace): void {
  const [, word] = /^-([A-Za-z_][\w-]*)$/.exec(source) ?? []
  if (style !== 'plain' || word === undefined) return
  report(
    locationAt(place, start),
    'missing-punctuation',
    'The space after the dash is missing, so no element of a list starts here.',
    `Type a space after the dash: "- ${word}: …".`,
  )
}
