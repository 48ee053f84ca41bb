import type { Token } from './token.ts'

/** Reads a quoted text that begins at `start`. */
export function readTextLiteral(source: string, start: number): Token {
  const quote = source.charAt(start)
  let value = ''
  let offset = start + 1
  for (;;) {
    const character = source.charAt(offset)
    if (character === '' || character === '\n' || character === '\r') return unclosed(start, offset, quote)
    if (character === quote && source.charAt(offset + 1) !== quote) {
      return { kind: 'text', start, end: offset + 1, value }
    }
    if (character === '\\') {
      const escape = readEscape(source, offset)
      if (escape === undefined) return badEscape(source, offset)
      value += escape.character
      offset += escape.length
    } else {
      value += character
      offset += character === quote ? 2 : 1
    }
  }
}

function readEscape(source: string, offset: number): { character: string; length: number } | undefined {
  const simple = ESCAPES.get(source.charAt(offset + 1))
  if (simple !== undefined) return { character: simple, length: 2 }
  const code = /^\\u([0-9A-Fa-f]{4})/.exec(source.slice(offset, offset + 6))?.[1]
  return code === undefined ? undefined : { character: String.fromCharCode(Number.parseInt(code, 16)), length: 6 }
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\\', '\\'],
  ["'", "'"],
  ['"', '"'],
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
])

function unclosed(start: number, end: number, quote: string): Token {
  const hint = `Close it with ${quote} on the same line; a line break is written \\n.`
  return { kind: 'unreadable', start, end, message: 'This text is not closed.', hint }
}

function badEscape(source: string, start: number): Token {
  const escape = source.slice(start, start + 2)
  const hint = String.raw`Use \\ \' \" \n \t \r or \u with four digits; a backslash is written \\.`
  return { kind: 'unreadable', start, end: start + 2, message: `"${escape}" is not an escape sequence.`, hint }
}
