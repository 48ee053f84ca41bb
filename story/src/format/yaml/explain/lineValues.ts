import { readEntry } from './lineEntry.ts'
import type { TextEdit } from './repair.ts'
import type { SourceLine } from './sourceLines.ts'

/** A value as its author wrote it, however YAML reads it. */
export interface WrittenValue {
  /** Null for the element of a list. */
  readonly key: string | null
  /** Into the file. */
  readonly start: number
  /** Without the white space, and in braces without the punctuation, after it. */
  readonly end: number
  readonly text: string
  readonly isInFlow: boolean
  readonly line: SourceLine
  /** The line that holds its end. */
  readonly lastLine: number
}

/** The values that start on a line. A value that is not in brackets or braces includes its further lines. */
export function findValues(lines: readonly SourceLine[], line: SourceLine): readonly WrittenValue[] {
  const { key, valueAt, contentAt } = readEntry(line)
  const first = line.text.charAt(valueAt)
  if (first === '') return []
  if (first === '[' || first === '{')
    return [...flowValues(line, valueAt), blockValue(lines, line, key, valueAt, contentAt)]
  const value = blockValue(lines, line, key, valueAt, contentAt)
  return first === '"' || first === "'" ? [value, withoutPunctuation(value)] : [value]
}

function blockValue(
  lines: readonly SourceLine[],
  line: SourceLine,
  key: string | null,
  valueAt: number,
  contentAt: number,
): WrittenValue {
  let last = line
  for (let index = line.index + 1; index < Math.min(lines.length, line.index + MOST_LINES); index += 1) {
    const next = lines[index]
    if (next === undefined || (next.text.trim() !== '' && next.indent <= contentAt)) break
    if (next.text.trim() !== '') last = next
  }
  const texts = lines.slice(line.index, last.index + 1).map(({ text }) => text)
  const text = [line.text.slice(valueAt), ...texts.slice(1)].join('\n').trimEnd()
  const start = line.start + valueAt
  const end = last === line ? start + text.length : last.start + last.text.trimEnd().length
  return { key, start, end, text, isInFlow: false, line, lastLine: last.index }
}

/** How far a text is followed. */
const MOST_LINES = 60

/** A line of a mapping in braces that has one line for each key looks like a line of block YAML. */
function withoutPunctuation(value: WrittenValue): WrittenValue {
  const text = value.line.text.slice(value.start - value.line.start).replace(TRAILING_PUNCTUATION, '')
  return { ...value, text, end: value.start + text.length, isInFlow: true, lastLine: value.line.index }
}

const TRAILING_PUNCTUATION = /(?<![ ,[\]{}])[ ,[\]{}]+$/

function flowValues(line: SourceLine, flowAt: number): readonly WrittenValue[] {
  const starts = [...line.text.slice(flowAt).matchAll(FLOW_START)].map((match) => ({
    key: match[1] ?? null,
    at: flowAt + match.index,
    valueAt: flowAt + match.index + match[0].length,
  }))
  return starts.flatMap(({ key, valueAt }, index) => {
    const text = line.text.slice(valueAt, starts[index + 1]?.at).replace(TRAILING_PUNCTUATION, '')
    if (text.trim() === '') return []
    const start = line.start + valueAt
    return [{ key, start, end: start + text.length, text, isInFlow: true, line, lastLine: line.index }]
  })
}

/** What comes before a value: a key with its colon, or the bracket or comma before a quote. */
const FLOW_START = /[[{,] *(?:([A-Za-z_][\w-]*) ?:(?: +|$)|(?=["']))/g

/** Puts one letter in the place of a value, on each of its lines: whatever is wrong inside it is gone. */
export function blankOut(
  { start, end, line, lastLine }: WrittenValue,
  lines: readonly SourceLine[],
): readonly TextEdit[] {
  const edits: TextEdit[] = [{ start, end: Math.min(end, line.start + line.text.length), text: 'x' }]
  for (const further of lines.slice(line.index + 1, lastLine + 1)) {
    if (further.text.trim() === '') continue
    edits.push({ start: further.start + further.indent, end: further.start + further.text.length, text: 'x' })
  }
  return edits
}
