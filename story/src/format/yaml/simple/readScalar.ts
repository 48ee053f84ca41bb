import type { ScalarStyle, YamlScalar } from '../yamlNode.ts'
import { coreValue } from './coreValue.ts'
import { findPlainEnd, type Context } from './findPlainEnd.ts'
import { findQuotedEnd } from './findQuotedEnd.ts'
import { afterSpaces, countScalar, type Scanner } from './scanner.ts'
import { unfold } from './unfold.ts'

/**
 * Reads a plain or quoted scalar, and moves past it.
 * @param indent the minimum number of spaces at the beginning of each further line
 */
export function readScalar(scanner: Scanner, context: Context, indent: number): YamlScalar {
  const { text, at: start } = scanner
  const quote = text.charAt(start)
  if (quote === '"' || quote === "'") {
    scanner.at = findQuotedEnd(text, start, indent)
    const source = quotedText(text.slice(start, scanner.at))
    return scalar(quote === '"' ? 'double-quoted' : 'single-quoted', source, source, start, scanner.at)
  }
  scanner.at = findPlainEnd(text, start, context, indent)
  countScalar(scanner, start)
  const written = text.slice(start, scanner.at)
  const source = written.includes('\n') ? unfold('scalar', written) : written
  return scalar('plain', coreValue(source), source, start, scanner.at)
}

/** The null for a value that is left out, placed after the white space that follows a colon or a dash. */
export function emptyScalar({ text, at }: Scanner): YamlScalar {
  const start = afterSpaces(text, at)
  return scalar('plain', null, '', start, start)
}

export function isOnOneLine({ start, end }: YamlScalar, text: string): boolean {
  return !text.slice(start, end).includes('\n')
}

function quotedText(written: string): string {
  if (written.startsWith('"')) {
    return ESCAPE_OR_LINE_BREAK.test(written) ? unfold('double-quoted-scalar', written) : written.slice(1, -1)
  }
  return written.includes('\n') ? unfold('single-quoted-scalar', written) : written.slice(1, -1).replaceAll("''", "'")
}

const ESCAPE_OR_LINE_BREAK = /[\\\n]/

function scalar(
  style: ScalarStyle,
  value: YamlScalar['value'],
  source: string,
  start: number,
  end: number,
): YamlScalar {
  return { kind: 'scalar', style, value, source, start, end, anchor: null, tag: null }
}
