import { Lexer } from 'yaml'
import type { Budget } from './reach.ts'
import { lineAt, type SourceLine } from './sourceLines.ts'

/** Finds the line on which a text in quotes starts that runs over line breaks into, or to the end of, another line. */
export function findOpenQuote(
  text: string,
  lines: readonly SourceLine[],
  into: SourceLine,
  budget: Budget,
): SourceLine | undefined {
  const end = into.start + into.text.length
  budget.characters -= end / LEXER_TIMES_AS_FAST
  if (budget.characters <= 0) return undefined
  let offset = 0
  for (const lexeme of new Lexer().lex(text)) {
    if (offset > end) return undefined
    if (isControl(lexeme)) continue
    const next = offset + lexeme.length
    if (next >= into.start && isQuoted(lexeme)) return lineAt(lines, offset)
    offset = next
  }
  return undefined
}

const LEXER_TIMES_AS_FAST = 4

/** The lexer marks documents and scalars with control characters that are not in the text. */
function isControl(lexeme: string): boolean {
  return lexeme.length === 1 && '\x02\x18\x1f'.includes(lexeme)
}

function isQuoted(lexeme: string): boolean {
  return (lexeme.startsWith('"') || lexeme.startsWith("'")) && lexeme.includes('\n')
}
