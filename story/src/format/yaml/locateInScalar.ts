import { Scalar } from 'yaml'

/**
 * The offset in the file of a character of a scalar's value: exact where every character of the value is written
 * as it is (plain, quoted without escapes, block scalars), else the start of the scalar.
 * White space is not followed, since folding changes it: the characters between are counted.
 */
export function locateInScalar(text: string, scalar: Scalar.Parsed, offset: number): number {
  const [start, end] = scalar.range
  const written = text.slice(start, end)
  const content = contentStart(scalar, written)
  if (content === null || typeof scalar.value !== 'string') return start
  const skipped = countOf(scalar.value.slice(0, offset))
  const atSpace = /\s/.test(scalar.value.charAt(offset)) || offset >= scalar.value.length
  let seen = 0
  for (let index = content; index < written.length; index += 1) {
    if (/\s/.test(written.charAt(index))) continue
    if (seen === skipped) return atSpace ? lastBefore(written, index) + start : start + index
    seen += 1
    if (isDoubledQuote(scalar, written, index)) index += 1
  }
  return start + written.trimEnd().length - (isQuoted(scalar) ? 1 : 0)
}

/** Null where the value is not written as it is. */
function contentStart(scalar: Scalar.Parsed, written: string): number | null {
  if (scalar.type === Scalar.PLAIN) return 0
  if (scalar.type === Scalar.QUOTE_SINGLE) return 1
  if (scalar.type === Scalar.QUOTE_DOUBLE) return written.includes('\\') ? null : 1
  const header = written.indexOf('\n')
  return header === -1 ? null : header + 1
}

function isQuoted(scalar: Scalar.Parsed): boolean {
  return scalar.type === Scalar.QUOTE_SINGLE || scalar.type === Scalar.QUOTE_DOUBLE
}

function isDoubledQuote(scalar: Scalar.Parsed, written: string, index: number): boolean {
  return scalar.type === Scalar.QUOTE_SINGLE && written.startsWith("''", index)
}

function countOf(value: string): number {
  return value.replaceAll(/\s/g, '').length
}

/** Behind the last character before the white space that ends at the index. */
function lastBefore(written: string, index: number): number {
  return written.slice(0, index).trimEnd().length
}
