import { describeLookAlike, firstLookAlike, hintForLookAlike } from '../../names/lookAlikes.ts'
import { callableNames } from './callable.ts'
import type { Token } from './token.ts'

/** What to write instead of a token that is not a value. */
export function hintForValue(found: Token, next: Token): string {
  const text = textOf(found)
  if (found.kind === 'word' && textOf(next) === '.') return GAP_HINT
  if (callableNames.includes(text)) return `Put its argument in parentheses: "${text}(…)".`
  if (text === 'if' || text === 'else') return `The value comes first: ${CONDITIONAL_EXAMPLE}.`
  if (text === '+') return 'Remove the "+" before the number.'
  if (text === 'not') return 'Put it in parentheses: "(not …)".'
  if (text === ']' || text === ')') return 'Put a value before it.'
  if (/^\d/.test(text)) return "A number can't contain letters or an exponent."
  if (found.kind === 'word' && !KEYWORDS.has(text.toLowerCase())) {
    return `A name alone is not a value: write a path such as "${text.toLowerCase()}.name", or put text in quotes.`
  }
  return (
    hintForSpelling(text) ??
    'A value is a path such as "player.name", text in quotes, a number, true, false, null or a list.'
  )
}

/** What to write instead of a token that is not an operator. */
export function hintForOperator(found: Token): string {
  const text = textOf(found)
  if (COMPARISONS.has(text)) return 'Comparisons can\'t be chained: compare twice, with "and" between.'
  if (text === '(') return `Only ${callableNames.slice(0, -1).join(', ')} and ${callableNames.at(-1)} can be called.`
  if (text === 'else') return `It needs an "if" before it: ${CONDITIONAL_EXAMPLE}.`
  if (CONDITIONALS.has(text)) return `Write ${CONDITIONAL_EXAMPLE}.`
  if (text === '[') return 'A list has no index; use "x in list" to test whether it contains something.'
  return hintForSpelling(text) ?? 'Put an operator between two values, such as "and", "==" or "+".'
}

/** What to write instead of a token that is neither an operator nor `else`. */
export function hintForElse(found: Token): string {
  if (found.kind === 'end' || CLOSING.has(textOf(found))) {
    return `Add the value for a false condition: ${CONDITIONAL_EXAMPLE}. Only a {{ placeholder }} can leave it out.`
  }
  if (textOf(found) === 'if') return 'Put the inner condition in parentheses: "x if (a if b else c) else y".'
  return hintForOperator(found)
}

/** What to write instead of a token that is not the closing `symbol`. */
export function hintForClosing(found: Token, symbol: string): string {
  return found.kind === 'end' ? `Close it with "${symbol}".` : hintForOperator(found)
}

const COMPARISONS: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=', 'in', 'not'])
const KEYWORDS: ReadonlySet<string> = new Set(['true', 'false', 'null', 'not', 'and', 'or', 'in', 'if', 'else'])

/** What other languages write in a conditional. */
const CONDITIONALS: ReadonlySet<string> = new Set(['?', ':', 'then', 'elif', 'elseif', 'unless'])
const CLOSING: ReadonlySet<string> = new Set([')', ']', ','])
const CONDITIONAL_EXAMPLE = `"'open' if door.open else 'closed'"`

const GAP_HINT = "A path can't contain spaces, and a number needs digits on both sides of its dot."

function hintForSpelling(text: string): string | undefined {
  const word = text.toLowerCase()
  if (text !== word && KEYWORDS.has(word)) return `Use lowercase: "${word}".`
  return SYMBOLS.get(text) ?? lookAlikeHint(text)
}

function lookAlikeHint(text: string): string | undefined {
  const lookAlike = firstLookAlike(text)
  if (lookAlike === undefined) return undefined
  return `This is ${describeLookAlike(lookAlike)}. ${hintForLookAlike(lookAlike)}`
}

/** Symbols of other languages, and symbols in a wrong position. */
const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ['=', 'To compare, write "==".'],
  ['&&', 'Write "and".'],
  ['&', 'Write "and".'],
  ['||', 'Write "or".'],
  ['|', 'Write "or".'],
  ['!', 'Write "not".'],
  ['.', GAP_HINT],
])

function textOf(token: Token): string {
  return token.kind === 'word' || token.kind === 'symbol' ? token.text : ''
}
