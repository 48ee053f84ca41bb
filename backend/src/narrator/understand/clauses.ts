import { contentWords } from '../words/contentWords.ts'
import { isVerb } from '../words/verbs.ts'
import { readSentence } from './sentence/readSentence.ts'
import { DESTINATIONS, DETERMINERS, startsWithVerb } from './sentence/wordClasses.ts'
import { tokenize } from '../words/tokenize.ts'

export interface Clause {
  readonly text: string
  /** Whether it is to happen after what the clause before says: "then", or a new sentence. */
  readonly isLater: boolean
}

/** Further clauses of a message are ignored. */
const MAX_CLAUSES = 6
const MAX_CHARACTERS = 2000

/**
 * Splits "take the key, then go down and into the cellar" into its wishes. A half without a verb gets that of the one
 * before or "go"; other pieces stay with the one before, and a quotation stays whole.
 */
export function splitClauses(text: string): readonly Clause[] {
  const quotes: string[] = []
  const masked = text.slice(0, MAX_CHARACTERS).replace(/"[^"]*"|“[^“”]*”/g, (quote) => {
    quotes.push(quote)
    return MASK
  })
  const clauses: Clause[] = []
  for (const { text: piece, isLater } of splitSentences(masked).flatMap(splitSentence)) {
    const last = clauses.at(-1)
    const own = last === undefined ? piece : withVerb(piece, last.text, isLater)
    if (own !== null) clauses.push({ text: own, isLater })
    else if (last !== undefined) clauses.splice(-1, 1, { ...last, text: `${last.text} ${piece}` })
  }
  return clauses
    .map((clause) => ({ ...clause, text: clause.text.replaceAll(MASK, () => quotes.shift() ?? '') }))
    .slice(0, MAX_CLAUSES)
}

/** Keeps the place of a quotation, which is never split. */
const MASK = '\uE000'

/** The piece as a wish of its own; null if it belongs to the one before. */
function withVerb(piece: string, before: string, isLater: boolean): string | null {
  const words = tokenize(piece.replace(/^(?:\p{L}+ly|then|also|just|quickly|slowly) /iu, ''))
  const [first = '', second = ''] = words
  const [stem] = contentWords(words.join(' '))
  const isOwn = (stem !== undefined && isVerb(stem)) || startsWithVerb(words, 0) || OWN_STARTS.has(first)
  if (isOwn && !(DESTINATIONS.has(first) && !isVerbAfter(second))) return piece
  if (DESTINATIONS.has(first) && (isLater || isTravel(before))) return `go ${piece}`
  if (isLater && (DETERMINERS.has(first) || words.length === 1)) return `${verbOf(before)} ${piece}`
  return isLater && words.length > 1 ? piece : null
}

function isVerbAfter(word: string): boolean {
  return startsWithVerb([word], 0)
}

/** Whether a clause is about going somewhere. */
function isTravel(clause: string): boolean {
  const words = tokenize(clause).filter((word) => word !== 'i' && word !== 'we')
  return words.some((word) => GOING.has(word)) || DESTINATIONS.has(words[0] ?? '')
}

/** The verb of a clause, for "take the rope, then the lamp". */
function verbOf(clause: string): string {
  const words = tokenize(clause)
  const at = words.findIndex((_, index) => startsWithVerb(words, index))
  return words.slice(0, at + 1).join(' ')
}

interface Piece {
  readonly text: string
  readonly isLater: boolean
}

/** A question is never split: no part of it may act. */
function splitSentence(sentence: string, index: number): readonly Piece[] {
  if (readSentence(tokenize(sentence), sentence).mood === 'question') return [{ text: sentence, isLater: index > 0 }]
  const parts = sentence.split(/(,? (?:and then|then|after that|afterwards|and) |, (?:then )?|^then )/i)
  const pieces = parts.flatMap((part, at): Piece[] => {
    const mark = parts[at - 1] ?? ''
    const plain = part.replace(/^(?:then|and) /i, '')
    if (at % 2 === 1 || plain.trim() === '') return []
    return [{ text: plain, isLater: at === 0 ? index > 0 : /then|after/i.test(mark) }]
  })
  return pieces.map((piece) => ({ ...piece, text: piece.text.trim() }))
}

/** The sentences, with their question marks. */
function splitSentences(text: string): readonly string[] {
  const marked = text
    .replaceAll(/[^\S\n]+/g, ' ')
    .replace(TITLES, `$1${DOT}`)
    .replace(/\b(through (?:the )?[\p{L} ]{2,40}?) (into|to) /giu, '$1, then $2 ')
  const parts = marked.match(/[^.;!?\n]+\??/g) ?? []
  return parts.map((part) => part.replaceAll(DOT, '.').trim()).filter((part) => part !== '')
}

const DOT = '\uE001'
/** The full stop of "Mr. Dunn" ends no sentence. */
const TITLES = /\b(Mr|Mrs|Ms|Dr|St|Prof|Capt|Col|Sgt|Lt)\./g
const OWN_STARTS = new Set(['i', 'we', 'he', 'she', 'they', 'it'])
const GOING = new Set(
  'go goes going walk head run travel step climb enter leave return cross follow out up down into through'.split(' '),
)
