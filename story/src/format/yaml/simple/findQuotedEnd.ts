import { NotSimple } from './scanner.ts'

/** The position after the closing quote of the scalar that starts here. */
export function findQuotedEnd(text: string, start: number, indent: number): number {
  const end = text.charAt(start) === '"' ? findDoubleQuote(text, start) : findSingleQuote(text, start)
  checkIndents(text.slice(start, end), indent)
  return end
}

function findDoubleQuote(text: string, start: number): number {
  QUOTE_OR_ESCAPE.lastIndex = start + 1
  while (QUOTE_OR_ESCAPE.test(text)) {
    const found = QUOTE_OR_ESCAPE.lastIndex
    if (text.charAt(found - 1) === '"') return found
    QUOTE_OR_ESCAPE.lastIndex = found + 1
  }
  throw new NotSimple()
}

const QUOTE_OR_ESCAPE = /["\\]/g

/** Two quotes mean one. */
function findSingleQuote(text: string, start: number): number {
  let end = text.indexOf("'", start + 1)
  while (end !== -1 && text.charAt(end + 1) === "'") end = text.indexOf("'", end + 2)
  if (end === -1) throw new NotSimple()
  return end + 1
}

function checkIndents(written: string, indent: number): void {
  if (!written.includes('\n')) return
  for (const [spaces] of written.matchAll(INDENTS)) if (spaces.length < indent) throw new NotSimple()
}

/** The spaces at the beginning of a line, if it has anything else. */
const INDENTS = /(?<=\n) *(?=[^ \n])/g
