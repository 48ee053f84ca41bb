import type { FieldDeclaration } from '../../../gamebook/gamebook.ts'
import type { Cursor } from '../../cursor/cursor.ts'
import { lookAlikeHint } from '../../cursor/hintForType.ts'
import { describeAllowed } from './describeAllowed.ts'

/** What to write instead of a value that does not fit its field. */
export function hintForValue(cursor: Cursor, declaration: FieldDeclaration): string {
  const change = `Write ${describeAllowed(declaration)}, or change the declaration in "fields".`
  return [quotesHint(cursor, declaration), change, lookAlikeHint(cursor)].filter((hint) => hint !== '').join(' ')
}

/** For a number, true or false in quotes, which make it text. */
function quotesHint({ node }: Cursor, { type }: FieldDeclaration): string {
  const isQuoted = node?.kind === 'scalar' && node.style.endsWith('-quoted') && UNQUOTED.test(node.source)
  return isQuoted && UNQUOTED_TYPES.has(type) ? 'Remove the quotes.' : ''
}

const UNQUOTED = /^(?:true|false|-?\d+(?:\.\d+)?)$/
const UNQUOTED_TYPES: ReadonlySet<FieldDeclaration['type']> = new Set(['integer', 'number', 'boolean'])
