import { LineCounter } from 'yaml'
import { limits } from '../diagnostics/limits.ts'
import { createReporter, report } from '../diagnostics/reporter.ts'
import type { Reporter } from '../diagnostics/sourceLocation.ts'
import { findForeignFormat, type ForeignFormat } from './foreignFormat.ts'
import { decodeUtf8 } from './decodeUtf8.ts'

/** The text of a file, without byte order mark, and what collects the findings about it. */
export interface SourceText {
  readonly text: string
  readonly reporter: Reporter
  /** False where the file must not be parsed at all; the reason is reported. */
  readonly readable: boolean
}

export function readSource(source: string | Uint8Array, file: string): SourceText {
  const foreign = findForeignFormat(source)
  if (foreign !== null) return refuseForeign(foreign, file)
  if (isTooLarge(source)) return refuseLarge(file)
  if (typeof source === 'string') return readText(source, file)
  const decoded = decodeUtf8(source)
  return 'text' in decoded ? readText(decoded.text, file) : refuseEncoding(decoded.textBefore, file)
}

function readText(withMark: string, file: string): SourceText {
  const text = withMark.replace(/^\uFEFF/, '')
  const reporter = reporterFor(text, file)
  if (text.includes('\r') && !text.includes('\n')) return refuseLineBreaks(reporter)
  const control = CONTROL_CHARACTER.exec(text)
  if (control === null) return { text, reporter, readable: true }
  const code = text.charCodeAt(control.index).toString(16).toUpperCase().padStart(4, '0')
  report(
    { reporter, offset: control.index, path: null },
    'yaml-syntax',
    `The file contains the control character U+${code}.`,
    'Remove it: a gamebook is text, with line breaks and tabs as its only control characters.',
  )
  return { text, reporter, readable: false }
}

/** What YAML does not allow in a file. */
const CONTROL_CHARACTER = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]/

function refuseForeign({ code, message, hint }: ForeignFormat, file: string): SourceText {
  const reporter = reporterFor('', file)
  report({ reporter, offset: 0, path: null }, code, message, hint)
  return { text: '', reporter, readable: false }
}

function refuseLineBreaks(reporter: Reporter): SourceText {
  report(
    { reporter, offset: 0, path: null },
    'yaml-syntax',
    'The lines of this file end with a carriage return alone, as on very old Macs, so it is read as one line.',
    'Save the file with line endings "LF" (Unix) or "CRLF" (Windows).',
  )
  return { text: '', reporter, readable: false }
}

function refuseLarge(file: string): SourceText {
  const reporter = reporterFor('', file)
  report({ reporter, offset: 0, path: null }, 'file-too-large', 'The file is larger than 2 MiB.', 'Shorten its texts.')
  return { text: '', reporter, readable: false }
}

function refuseEncoding(textBefore: string, file: string): SourceText {
  const reporter = reporterFor(textBefore.replace(/^\uFEFF/, ''), file)
  report(
    { reporter, offset: textBefore.length, path: null },
    'not-utf8',
    'The file is not UTF-8 from here on.',
    'Save the file as UTF-8.',
  )
  return { text: '', reporter, readable: false }
}

function isTooLarge(source: string | Uint8Array): boolean {
  if (source.length > limits.fileBytes) return true
  if (typeof source !== 'string' || source.length * 3 <= limits.fileBytes) return false
  let bytes = source.length
  for (const [run] of source.matchAll(BEYOND_ASCII)) {
    for (const character of run) bytes += character < FIRST_OF_THREE_BYTES ? 1 : 2
  }
  return bytes > limits.fileBytes
}

const BEYOND_ASCII = /[\x80-\uffff]+/g
const FIRST_OF_THREE_BYTES = '\u0800'

function reporterFor(text: string, file: string): Reporter {
  let lines: LineCounter | null = null
  return createReporter(file, (offset) => {
    lines ??= countLines(text)
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  })
}

function countLines(text: string): LineCounter {
  const lines = new LineCounter()
  lines.addNewLine(0)
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) lines.addNewLine(end + 1)
  return lines
}
