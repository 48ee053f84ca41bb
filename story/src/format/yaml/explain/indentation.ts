import { readEntry } from './lineEntry.ts'
import type { Repair } from './repair.ts'
import type { SourceLine } from './sourceLines.ts'
import type { Detector, Suspects } from './suspects.ts'

/** Lines that start one or more spaces too far right or left. */
export const indentationRepairs: Detector = function* (suspects) {
  for (const line of suspects.near.slice(0, MOST_LINES)) {
    if (line.isEmpty || line.text.startsWith('\t')) continue
    yield* gapAfterDash(line)
    for (const column of columnsNear(suspects, line)) {
      if (column !== line.indent && Math.abs(column - line.indent) <= FARTHEST) yield moveLine(suspects, line, column)
    }
  }
}

const MOST_LINES = 14
const FARTHEST = 8

/** Where the line could start: below a line above it, or one step further right. */
function columnsNear({ lines }: Suspects, line: SourceLine): ReadonlySet<number> {
  const columns = new Set<number>()
  let leftmost = Infinity
  for (let index = line.index - 1; index >= Math.max(0, line.index - LINES_ABOVE); index -= 1) {
    const above = lines[index]
    if (above === undefined || above.isEmpty) continue
    if (leftmost === Infinity) columns.add(above.indent + 2)
    if (above.indent >= leftmost + FARTHEST) continue
    leftmost = Math.min(leftmost, above.indent)
    columns.add(above.indent)
    columns.add(readEntry(above).contentAt)
  }
  const below = lines.slice(line.index + 1, line.index + 6).find(({ isEmpty }) => !isEmpty)
  if (below !== undefined && below.indent > 0) columns.add(below.indent)
  return columns
}

const LINES_ABOVE = 40

function moveLine({ lines, problemLine }: Suspects, line: SourceLine, column: number): Repair {
  const { key, dashes } = readEntry(line)
  const change = column - line.indent
  const isWord = key === null && dashes === 0
  const what = isWord ? 'This line' : dashes > 0 ? 'This element of the list' : `The key "${key ?? ''}"`
  const count = Math.abs(change)
  const spaces = `${count} ${count === 1 ? 'space' : 'spaces'}`
  const aligned = alignment(lines, line, column)
  return {
    offset: line.start + line.indent,
    message: `${what} is indented with ${spaces} too ${change > 0 ? 'few' : 'many'}: with ${line.indent} instead of ${column}.`,
    hint: `${change > 0 ? `Add ${spaces}` : `Remove ${spaces}`} at the start of the line${aligned}.`,
    edits: [{ start: line.start, end: line.start + line.indent, text: ' '.repeat(column) }],
    cost: costOf(line, column, problemLine) + (isWord ? 1 : 0) + (aligned.includes('"') ? 0 : 0.05),
  }
}

/** Small moves onto the grid of two spaces, near the problem, are likely. */
function costOf(line: SourceLine, column: number, problemLine: SourceLine): number {
  const change = Math.abs(column - line.indent)
  const offGrid = column % 2 === 0 ? 0 : 0.6
  const fromGrid = line.indent % 2 === 0 && change % 2 === 1 ? 0.6 : 0
  const distance = Math.min(0.5, Math.abs(line.index - problemLine.index) * 0.02)
  return 1.5 + change * 0.1 + offGrid + fromGrid + distance
}

function alignment(lines: readonly SourceLine[], line: SourceLine, column: number): string {
  for (let index = line.index - 1; index >= Math.max(0, line.index - LINES_ABOVE); index -= 1) {
    const above = lines[index]
    if (above === undefined || above.isEmpty) continue
    const { contentAt, key } = readEntry(above)
    if (key !== null && contentAt === column) return `, so it starts below "${key}" in line ${index + 1}`
    if (above.indent === column) return `, so it starts below line ${index + 1}`
    if (above.indent < column) return ''
  }
  return ''
}

/** After a dash, the text starts in the column in which the next lines start. */
function* gapAfterDash(line: SourceLine): Iterable<Repair> {
  const { dashes, contentAt } = readEntry(line)
  const gap = contentAt - line.indent - 1
  if (dashes !== 1 || gap === 1) return
  yield {
    offset: line.start + line.indent,
    message: `${gap} spaces follow the dash instead of 1, so the next lines don't start below the first key.`,
    hint: `Remove ${gap === 2 ? '1 space' : `${gap - 1} spaces`} after the dash.`,
    edits: [{ start: line.start + line.indent + 1, end: line.start + contentAt, text: ' ' }],
    cost: 1.4,
  }
}
