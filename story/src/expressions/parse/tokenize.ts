import { isReservedName } from '../../names/isId.ts'
import { readTextLiteral } from './readTextLiteral.ts'
import type { Name } from '../syntax/syntax.ts'
import type { Token, Unreadable } from './token.ts'

/** Splits an expression into tokens; the last one is `end` or `unreadable`. */
export function tokenize(source: string): readonly Token[] {
  const tokens: Token[] = []
  for (;;) {
    const end = tokens.at(-1)?.end ?? 0
    const start = end + lengthOf(WHITE_SPACE, source, end)
    const token: Token = start === source.length ? { kind: 'end', start: end, end } : readToken(source, start)
    tokens.push(token)
    if (token.kind === 'end' || token.kind === 'unreadable') return tokens
  }
}

const WHITE_SPACE = /[ \t\r\n]*/y
const WORD = /[A-Za-z0-9_]+(?:\.[A-Za-z0-9_]+)*/y
const OPERATOR = /[=!<>]=|&&|\|\|/y

function readToken(source: string, start: number): Token {
  const quote = source.charAt(start)
  if (quote === "'" || quote === '"') return readTextLiteral(source, start)
  const wordEnd = start + lengthOf(WORD, source, start)
  if (wordEnd > start) return { start, end: wordEnd, ...readWord(source.slice(start, wordEnd), start) }
  const end = start + (lengthOf(OPERATOR, source, start) || characterLength(source, start))
  return { kind: 'symbol', start, end, text: source.slice(start, end) }
}

function readWord(word: string, start: number) {
  if (/^\d+(\.\d+)?$/.test(word)) return readNumber(word)
  if (/^\d+\.\d/.test(word)) return unreadable(`"${word}" is not a number.`, NUMBER_HINT)
  return word.includes('.') ? readPath(word, start) : ({ kind: 'word', text: word } as const)
}

const NUMBER_HINT = 'Write digits, or digits, a dot and digits; there is no exponent.'

function readNumber(word: string) {
  const value = Number(word)
  if (!Number.isFinite(value)) return unreadable('The number is too large.', 'Write a smaller one.')
  return { kind: 'number', value } as const
}

function readPath(word: string, start: number) {
  const [head, ...steps] = namesOf(word, start)
  const wrong = [head, ...steps].find((name) => name === undefined || !isPathName(name.name))
  if (head === undefined || wrong !== undefined)
    return unreadable(`"${word}" is not a path.`, pathHint(wrong?.name ?? ''))
  return { kind: 'path', head, steps } as const
}

function namesOf(path: string, start: number): readonly Name[] {
  return [...path.matchAll(/[^.]+/g)].map(({ 0: name, index }) => {
    return { name, start: start + index, end: start + index + name.length }
  })
}

function isPathName(name: string): boolean {
  return /^[a-z0-9_]+$/.test(name) && !isReservedName(name)
}

function pathHint(name: string): string {
  return isReservedName(name)
    ? `"${name}" is a reserved word and can't be part of a path.`
    : `Ids and fields are lowercase: "${name.toLowerCase()}".`
}

function unreadable(message: string, hint: string): Unreadable {
  return { kind: 'unreadable', message, hint }
}

function lengthOf(pattern: RegExp, source: string, start: number): number {
  pattern.lastIndex = start
  return pattern.exec(source)?.[0].length ?? 0
}

/** Two for a character beyond the basic plane, so messages never split it. */
function characterLength(source: string, start: number): number {
  return String.fromCodePoint(source.codePointAt(start) ?? 0).length
}
