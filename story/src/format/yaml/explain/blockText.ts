import { readEntry } from './lineEntry.ts'
import type { Repair } from './repair.ts'
import type { SourceLine } from './sourceLines.ts'
import type { Detector, Suspects } from './suspects.ts'

/** Texts below "|" or ">" whose lines don't start in one column, further right than their key. */
export const blockTextRepairs: Detector = function* (suspects) {
  for (const line of suspects.near) {
    const { key, contentAt, valueAt } = readEntry(line)
    const header = HEADER.exec(line.text.slice(valueAt))
    if (header === null) continue
    const text = linesBelow(suspects, line)
    const [first] = text
    if (first === undefined) continue
    if (first.indent <= contentAt) yield notIndented(text, contentAt, header[1] ?? '', key)
    else yield* uneven(text, contentAt, header[1] ?? '')
  }
}

const HEADER = /^([|>][-+]?)[ \t]*$/

/** The lines that were meant as the text: up to an empty run, or to what looks like a key or an element. */
function linesBelow({ lines }: Suspects, header: SourceLine): readonly SourceLine[] {
  const { contentAt } = readEntry(header)
  const text: SourceLine[] = []
  for (const line of lines.slice(header.index + 1, header.index + 60)) {
    if (line.text.trim() === '') continue
    if (line.indent < (text[0]?.indent ?? 0) && looksLikeEntry(line)) break
    if (line.indent <= contentAt && text.length > 0 && looksLikeEntry(line)) break
    if (line.indent < contentAt - 2) break
    text.push(line)
  }
  return text
}

function looksLikeEntry(line: SourceLine): boolean {
  const { key, dashes } = readEntry(line)
  return dashes > 0 || (key !== null && !key.includes(' '))
}

function notIndented(text: readonly SourceLine[], keyColumn: number, mark: string, key: string | null): Repair {
  const [first] = text
  const column = keyColumn + 2
  return {
    offset: (first?.start ?? 0) + (first?.indent ?? 0),
    message: `The text after "${mark}" must be indented further than ${key === null ? 'the dash' : `its key "${key}"`}.`,
    hint: `Start each of its lines with ${column} spaces.`,
    edits: text
      .filter(({ indent }) => indent < column)
      .map(({ start, indent }) => ({ start, end: start + indent, text: ' '.repeat(column) })),
    cost: 1,
  }
}

function* uneven(text: readonly SourceLine[], keyColumn: number, mark: string): Iterable<Repair> {
  const [first, second] = text
  if (first === undefined || second === undefined) return
  const outside = text.filter(({ indent }) => indent < first.indent)
  const [wrong] = outside
  if (wrong === undefined) return
  const isFirstWrong =
    wrong === second && (text.length > 2 ? outside.length === text.length - 1 : isOffGrid(first, keyColumn))
  const target = isFirstWrong ? second.indent : first.indent
  const moved = isFirstWrong ? [first] : outside
  const at = isFirstWrong ? first : wrong
  if (target <= keyColumn) return
  const count = Math.abs(at.indent - target)
  const spaces = `${count} ${count === 1 ? 'space' : 'spaces'}`
  yield {
    offset: at.start + at.indent,
    message: `This line of the text after "${mark}" is indented with ${spaces} too ${isFirstWrong ? 'many' : 'few'}: the lines of the text start in one column.`,
    hint: `${isFirstWrong ? 'Remove' : 'Add'} ${spaces} at the start of the line.`,
    edits: moved.map(({ start, indent }) => ({ start, end: start + indent, text: ' '.repeat(target) })),
    cost: 1.1,
  }
}

function isOffGrid({ indent }: SourceLine, keyColumn: number): boolean {
  return indent !== keyColumn + 2
}
