import { describeLookAlike, findLookAlike, type LookAlike } from '../../../names/lookAlikes.ts'
import { report } from '../../diagnostics/reporter.ts'
import { allKeys, textKeys } from '../../keys/allKeys.ts'
import type { YamlList, YamlMap, YamlNode, YamlScalar } from '../yamlNode.ts'
import { locationAt, quote, quoteEnd, type WrittenPlace } from './writtenPlace.ts'

/** Warns of a pair in braces that is the rest of a text with a comma, or a key whose colon is not seen. */
export function checkFlowPair({ pairs }: YamlMap, index: number, place: WrittenPlace): void {
  const { key, value } = pairs[index] ?? {}
  if (key?.kind !== 'scalar' || key.style !== 'plain' || value === undefined) return
  const before = index === 0 ? null : (pairs[index - 1]?.value ?? null)
  if (value === null) reportWithoutValue(key, before, pairs, place)
  else if (/\s/.test(key.source) && isPlainText(before) && isAfterComma(key, place.text) && pairs.some(hasTextKey)) {
    reportCut(key, before, place)
  }
}

function reportWithoutValue(
  key: YamlScalar,
  before: YamlNode | null,
  pairs: YamlMap['pairs'],
  place: WrittenPlace,
): void {
  const [, tight] = /^([A-Za-z_][\w-]*):\S/.exec(key.source) ?? []
  const [, word] = /^([A-Za-z_][\w-]*)(?:\s|$)/.exec(key.source) ?? []
  if (tight !== undefined) {
    const hint = `Type a space after the colon: "${tight}: …".`
    reportPunctuation(
      key,
      `The space after the colon of "${tight}" is missing, so ${quote(key.source)} is one word.`,
      hint,
      place,
    )
  } else if (
    word !== undefined &&
    allKeys.has(word) &&
    !hasKey(pairs, word) &&
    !(isText(before) && SMALL_WORDS.has(word))
  ) {
    reportPunctuation(
      key,
      `The colon after "${word}" is missing.`,
      `Type ":" and a space after it: "${word}: …".`,
      place,
    )
  } else if (isText(before)) reportCut(key, before, place)
}

/** Keys that are also words by which a sentence may continue. */
const SMALL_WORDS: ReadonlySet<string> = new Set([
  'to',
  'of',
  'if',
  'open',
  'start',
  'ask',
  'once',
  'show',
  'tell',
  'say',
  'about',
  'always',
])

function hasKey(pairs: YamlMap['pairs'], name: string): boolean {
  return pairs.some(({ key }) => key.kind === 'scalar' && key.source === name)
}

function reportPunctuation(key: YamlScalar, message: string, hint: string, place: WrittenPlace): void {
  report(locationAt(place, key.start), 'missing-punctuation', message, hint)
}

function reportCut(key: YamlScalar, before: YamlScalar, place: WrittenPlace): void {
  const quoteMark = findLookAlike(before.source.charAt(0))
  if (quoteMark !== undefined && QUOTES.includes(quoteMark.instead)) return reportQuotes(key, before, quoteMark, place)
  report(
    locationAt(place, key.start),
    'cut-text',
    `The comma ends the text ${quoteEnd(before.source)}: in braces, ${quote(key.source)} is read as another key.`,
    'Put the whole text in double quotes: "…".',
  )
}

function reportQuotes(key: YamlScalar, before: YamlScalar, quoteMark: LookAlike, place: WrittenPlace): void {
  report(
    locationAt(place, key.start),
    'cut-text',
    `The text ${quoteEnd(before.source)} starts with ${describeLookAlike(quoteMark)}, which means nothing to the reader of gamebooks: its comma ends it, and ${quote(key.source)} is read as another key.`,
    `Type ${quoteMark.instead} instead, at both ends of the text.`,
  )
}

const QUOTES = ['"', "'"]

function isText(node: YamlNode | null): node is YamlScalar {
  return node?.kind === 'scalar'
}

function isPlainText(node: YamlNode | null): node is YamlScalar {
  return isText(node) && node.style === 'plain' && typeof node.value === 'string'
}

/** Whether the pair is written in braces. */
function isAfterComma({ start }: YamlScalar, text: string): boolean {
  return text
    .slice(Math.max(0, start - 200), start)
    .trimEnd()
    .endsWith(',')
}

function hasTextKey({ key }: { readonly key: YamlNode }): boolean {
  return key.kind === 'scalar' && textKeys.has(key.source)
}

/** Warns of an element in brackets that is the rest of a sentence with a comma. */
export function checkFlowList({ items, start }: YamlList, place: WrittenPlace): void {
  if (place.text.charAt(start) !== '[' || place.path?.step === 'about') return
  items.forEach((item, index) => {
    const before = items[index - 1] ?? null
    if (!isPlainText(item) || !isPlainText(before) || !isRestOfSentence(item.source, before.source)) return
    report(
      locationAt(place, item.start),
      'cut-text',
      `The comma ends the text ${quoteEnd(before.source)}: in brackets, ${quote(item.source)} is another element of the list.`,
      'Put each whole text in double quotes: ["…", "…"].',
    )
  })
}

function isRestOfSentence(text: string, before: string): boolean {
  if (/[.!?…]$/.test(before) || !/\s/.test(`${before}${text}`)) return false
  return (
    /^(?:and|but|or|so|then|which|who|where|while|because|with|without)\s/.test(text) ||
    (/[.!?…]$/.test(text) && /^\p{Ll}/u.test(text))
  )
}
