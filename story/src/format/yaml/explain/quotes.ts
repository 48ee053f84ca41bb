import { blankOut, findValues, type WrittenValue } from './lineValues.ts'
import type { Repair } from './repair.ts'
import type { Detector, Suspects } from './suspects.ts'

/** Quotes that are not closed, closed too early by a quote inside, or followed by more text. */
export const quoteRepairs: Detector = function* (suspects) {
  for (const line of suspects.near) {
    for (const value of findValues(suspects.lines, line)) {
      const quote = value.text.charAt(0)
      if (quote === "'" || quote === '"') yield* repairsOf(value, quote, suspects)
    }
  }
}

type Quote = "'" | '"'

function* repairsOf(value: WrittenValue, quote: Quote, { lines }: Suspects): Iterable<Repair> {
  const { text, start } = value
  const edits = blankOut(value, lines)
  const closing = findClosing(text, 1, quote)
  if (closing === -1) {
    yield { offset: start, edits, cost: 1, ...unclosed(quote) }
    return
  }
  const isClosedAtEnd = text.length > 1 && text.endsWith(quote)
  if (closing < text.length - 1) {
    const inner = isClosedAtEnd ? innerQuote(text, closing, quote) : afterQuote(text, closing, quote)
    yield { offset: start + closing, edits, cost: isClosedAtEnd ? 1 : 1.2, ...inner }
  }
  const escape = quote === '"' ? BAD_ESCAPE.exec(text) : null
  if (escape !== null)
    yield { offset: start + escape.index + escape[0].length - 2, edits, cost: 1.1, ...badEscape(escape[0]) }
}

/** The quote that ends the text for YAML; -1 if there is none. */
function findClosing(text: string, from: number, quote: Quote): number {
  for (let at = from; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (quote === '"' && character === '\\') at += 1
    else if (character === quote && quote === "'" && text.charAt(at + 1) === quote) at += 1
    else if (character === quote) return at
  }
  return -1
}

interface Words {
  readonly message: string
  readonly hint: string
}

const NAMES = { "'": 'single quotes', '"': 'double quotes' } as const
const QUOTE_NAMES = { "'": 'single quote', '"': 'double quote' } as const

function unclosed(quote: Quote): Words {
  return {
    message: `The quotes that open here are never closed: the closing ${QUOTE_NAMES[quote]} is missing.`,
    hint: `Type ${quote} at the end of this text.`,
  }
}

function innerQuote(text: string, closing: number, quote: Quote): Words {
  if (quote === '"') {
    return {
      message: `This double quote ends the text too early, because the whole text is in double quotes.`,
      hint: `Write \\" for each quote inside the text, or put the whole text in single quotes: '…'.`,
    }
  }
  return {
    message: `The apostrophe${inWord(text, closing)} ends the text too early, because the text is in single quotes.`,
    hint: `Put the text in double quotes: "…". Or write the apostrophe twice: ''.`,
  }
}

function inWord(text: string, at: number): string {
  const before = /[\p{L}\p{N}]{0,30}$/u.exec(text.slice(0, at))?.[0] ?? ''
  const after = /^[\p{L}\p{N}]{0,30}/u.exec(text.slice(at + 1))?.[0] ?? ''
  return after === '' ? '' : ` in "${before}'${after}"`
}

function afterQuote(text: string, closing: number, quote: Quote): Words {
  const isApostrophe = quote === "'" && /^\p{L}/u.test(text.slice(closing + 1))
  if (isApostrophe) return innerQuote(text, closing, quote)
  const other = quote === '"' ? "'" : '"'
  return {
    message: `The text ends at this closing ${QUOTE_NAMES[quote]}, but more text follows on the line.`,
    hint: `Put the whole text in ${NAMES[other]}: ${other}…${other}. Or write ">-" after the key and the text on the next line, indented further.`,
  }
}

/** A backslash and a character that mean nothing together in double quotes. */
const BAD_ESCAPE = /^(?:[^\\]|\\[0abt\tnvfre "/\\N_LPxuU\n])*\\[^0abt\tnvfre "/\\N_LPxuU\n]/

function badEscape(upTo: string): Words {
  return {
    message: `The backslash in ${upTo.slice(-2)} has no meaning here.`,
    hint: String.raw`Type the backslash twice: \\. Or put the text in single quotes: '…'.`,
  }
}
