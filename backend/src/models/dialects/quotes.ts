/** The quotation marks of many languages: what closes each opening one. */
const CLOSING: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ['`', '`'],
  ['“', '”'],
  ['”', '”'],
  ['„', '“”'],
  ['‘', '’'],
  ['’', '’'],
  ['‚', '‘’'],
  ['«', '»'],
  ['»', '«'],
  ['‹', '›'],
  ['›', '‹'],
  ['「', '」'],
  ['『', '』'],
  ['《', '》'],
])

export const isQuote = (sign: string): boolean => CLOSING.has(sign)

/**
 * The position after the quoted text that begins here, or -1 if it does not end. An apostrophe between letters does not
 * end it.
 */
export function endOfQuote(text: string, start: number): number {
  const closing = CLOSING.get(text[start] ?? '') ?? ''
  for (let at = start + 1; at < text.length; at += 1) {
    const sign = text[at] ?? ''
    if (sign === '\\') at += 1
    else if (closing.includes(sign) && !isApostrophe(text, at)) return at + 1
  }
  return -1
}

const isApostrophe = (text: string, at: number): boolean =>
  (text[at] === "'" || text[at] === '’') && LETTER.test(text[at - 1] ?? '') && LETTER.test(text[at + 1] ?? '')

const LETTER = /\p{L}/u

/** What quotation marks enclose. */
export function unquote(quoted: string): string {
  return quoted.slice(1, -1).replaceAll(/\\(["'`\\])/g, '$1')
}

/** Quotation marks of any kind around keys and values, as JSON needs them. After one that never ends, nothing changes. */
export function withPlainQuotes(text: string): string {
  let result = ''
  for (let at = 0; at < text.length;) {
    const sign = text[at] ?? ''
    const isOpening = isQuote(sign)
    const end = isOpening ? endOfQuote(text, at) : at + 1
    if (end === -1) return result + text.slice(at)
    const read = text.slice(at, end)
    result += isOpening && sign !== '"' ? JSON.stringify(unquote(read)) : read
    at = end
  }
  return result
}
