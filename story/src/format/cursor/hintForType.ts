import { describeLookAlike, firstLookAlike, hintForLookAlike } from '../../names/lookAlikes.ts'
import { allKeys } from '../keys/allKeys.ts'
import { elementsOf, type Cursor } from './cursor.ts'

/** What to write instead of a value of the wrong type. */
export function hintForType(cursor: Cursor, expected: string): string {
  return [
    baseHint(cursor, expected),
    quotesHint(cursor, expected),
    bracketHint(cursor, expected),
    punctuationHint(cursor),
    expected === 'text' ? '' : lookAlikeHint(cursor),
  ]
    .filter((hint) => hint !== '')
    .join(' ')
}

function baseHint(cursor: Cursor, expected: string): string {
  const { kind } = cursor
  const isNested = expected.startsWith('a list') || expected.startsWith('a mapping')
  if (kind === 'null')
    return isNested
      ? `Write ${expected} on the next lines: indent what belongs to this key with two more spaces. Or remove the key.`
      : `Write ${expected}, or remove the key.`
  if (expected.startsWith('a mapping') && isListOfPairs(cursor)) return REMOVE_DASHES
  if (expected === 'true or false' && cursor.node?.kind === 'scalar' && YES_OR_NO.test(cursor.node.source))
    return `Write ${/^(?:y|on)/i.test(cursor.node.source) ? 'true' : 'false'}.`
  return expected.startsWith('a list')
    ? `Write ${expected}: [a, b], or one element per line, each after "- ".`
    : `Write ${expected}.`
}

const YES_OR_NO = /^(?:y|yes|on|n|no|off)$/i

export const REMOVE_DASHES = 'Remove the dash at the start of each line, so its keys start in one column.'

/** Whether it is written as `- a: b` on each line, where keys and values without dashes are expected. */
export function isListOfPairs(cursor: Cursor): boolean {
  const elements = elementsOf(cursor)
  return elements.length > 0 && elements.every(({ node }) => node?.kind === 'map' && node.pairs.length === 1)
}

/** For a value that would be a number, or another word, without a character that only looks like another. */
export function lookAlikeHint({ node }: Cursor): string {
  const lookAlike = node?.kind === 'scalar' ? firstLookAlike(node.source) : undefined
  if (lookAlike === undefined) return ''
  return `It contains ${describeLookAlike(lookAlike)}. ${hintForLookAlike(lookAlike)}`
}

function quotesHint({ kind, node, file }: Cursor, expected: string): string {
  if (expected !== 'text') return ''
  if (kind === 'number' || kind === 'boolean') return 'Put it in quotes to make it text.'
  const first = node === null ? '' : file.text.charAt(node.start)
  if (node?.kind === 'list' && node.items.length === 1 && node.items[0]?.kind === 'scalar')
    return first === '['
      ? 'Remove the brackets, or put the whole text in double quotes if they belong to it.'
      : 'Remove the dash before it.'
  if (kind === 'null' && node?.kind === 'scalar' && node.source !== '')
    return `Put "${node.source}" in quotes to make it text.`
  if (first !== '[' && first !== '{') return ''
  return `If the text starts with "${first}", put the whole text in double quotes.`
}

/** For the text `hall, garden]`. */
function bracketHint({ kind, node }: Cursor, expected: string): string {
  if (!expected.startsWith('a list') || kind !== 'text' || node?.kind !== 'scalar' || node.style !== 'plain') return ''
  return /^[^[\]]*\]$/.test(node.source) ? 'The bracket "[" at its start is missing.' : ''
}

/** For the text `name Shop`, which should have been a key with a value. */
function punctuationHint({ kind, node }: Cursor): string {
  if (kind !== 'text' || node?.kind !== 'scalar' || node.style !== 'plain') return ''
  const [, word, mark] = /^-?([a-z_]+)(:(?=\S)|\s)/.exec(node.source) ?? []
  if (word === undefined || !allKeys.has(word)) return ''
  return mark === ':' ? `Type a space after the colon: "${word}: …".` : `Type ":" after "${word}": "${word}: …".`
}
