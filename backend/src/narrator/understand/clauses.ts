import { contentWords } from '../words/contentWords.ts'
import { isVerb } from '../words/verbs.ts'

/** Further clauses of a message are ignored. */
const MAX_CLAUSES = 3
const MAX_CHARACTERS = 2000

/**
 * Splits "take the key, then go down" into two wishes. A piece without a verb at its start stays with the one before,
 * and a quotation stays whole.
 */
export function splitClauses(text: string): readonly string[] {
  const clauses: string[] = []
  for (const piece of splitPieces(text.slice(0, MAX_CHARACTERS))) {
    const [first] = contentWords(piece)
    const last = clauses.pop()
    if (last === undefined) clauses.push(piece)
    else if (first !== undefined && isVerb(first)) clauses.push(last, piece)
    else clauses.push(`${last} ${piece}`)
  }
  return clauses.slice(0, MAX_CLAUSES)
}

function splitPieces(text: string): readonly string[] {
  const quotes: string[] = []
  const masked = text
    .replaceAll(/[^\S\n]+/g, ' ')
    .replace(/"[^"]*"|“[^“”]*”/g, (quote) => `\uE000${quotes.push(quote) - 1}\uE000`)
  return masked
    .split(/[.;!\n]+|,? (?:and then|then|and) |, /i)
    .map((piece) => piece.replace(/\uE000(\d+)\uE000/g, (_, index: string) => quotes[Number(index)] ?? ''))
}
