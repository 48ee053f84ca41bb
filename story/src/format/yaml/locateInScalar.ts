import type { YamlScalar } from './yamlNode.ts'

/**
 * The offset in the file of a character of a scalar's value: exact where every character of the value is written
 * as it is (plain, quoted without escapes, block scalars), else the start of the scalar.
 * White space is not followed, since folding changes it: the characters between are counted.
 */
export function locateInScalar(text: string, scalar: YamlScalar, offset: number): number {
  const { start, end } = scalar
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
function contentStart(scalar: YamlScalar, written: string): number | null {
  if (scalar.style === 'plain') return 0
  if (scalar.style === 'single-quoted') return 1
  if (scalar.style === 'double-quoted') return written.includes('\\') ? null : 1
  const header = written.indexOf('\n')
  return header === -1 ? null : header + 1
}

function isQuoted(scalar: YamlScalar): boolean {
  return scalar.style === 'single-quoted' || scalar.style === 'double-quoted'
}

function isDoubledQuote(scalar: YamlScalar, written: string, index: number): boolean {
  return scalar.style === 'single-quoted' && written.startsWith("''", index)
}

function countOf(value: string): number {
  return value.replaceAll(/\s/g, '').length
}

/** Behind the last character before the white space that ends at the index. */
function lastBefore(written: string, index: number): number {
  return written.slice(0, index).trimEnd().length
}
