import { allKeys } from '../keys/allKeys.ts'
import type { Cursor } from './cursor.ts'

/** What to write instead of a value of the wrong type. */
export function hintForType(cursor: Cursor, expected: string): string {
  return [
    baseHint(cursor, expected),
    quotesHint(cursor, expected),
    bracketHint(cursor, expected),
    punctuationHint(cursor),
  ]
    .filter((hint) => hint !== '')
    .join(' ')
}

function baseHint({ kind }: Cursor, expected: string): string {
  if (kind === 'null') return `Write ${expected}, or remove the key.`
  return expected === 'a list'
    ? 'Write a list: [a, b], or one element per line, each after "- ".'
    : `Write ${expected}.`
}

function quotesHint({ kind, node, file }: Cursor, expected: string): string {
  if (expected !== 'text') return ''
  if (kind === 'number' || kind === 'boolean') return 'Put it in quotes to make it text.'
  const first = node === null ? '' : file.text.charAt(node.start)
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
