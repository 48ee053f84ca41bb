import { costOf, likelihoodOf } from './indentationCost.ts'
import { readEntry } from './lineEntry.ts'
import type { Repair } from './repair.ts'
import type { SourceLine } from './sourceLines.ts'
import type { Detector, Suspects } from './suspects.ts'

/** Lines that start one or more spaces too far right or left, alone or with the lines that belong to them. */
export const indentationRepairs: Detector = function* (suspects) {
  for (const line of suspects.near.slice(0, MOST_LINES)) {
    if (line.isEmpty || line.text.startsWith('\t')) continue
    yield* gapAfterDash(line)
    for (const column of columnsNear(suspects, line)) {
      if (column === line.indent || Math.abs(column - line.indent) > FARTHEST) continue
      yield moveLine(suspects, line, column)
      yield* moveBlock(suspects, line, column)
    }
  }
}

const MOST_LINES = 14
const FARTHEST = 8

/** Where the line could start: below a line above it, or one step further right. */
function columnsNear({ lines }: Suspects, line: SourceLine): ReadonlySet<number> {
  const columns = new Set<number>()
  let leftmost = Infinity
  for (let index = line.index - 1; index >= Math.max(0, line.index - LINES_TO_PARENT) && leftmost > 0; index -= 1) {
    const above = lines[index]
    if (above === undefined || above.isEmpty) continue
    if (leftmost === Infinity) columns.add(above.indent + 2)
    const isFar = index < line.index - LINES_ABOVE
    if (above.indent >= leftmost + (isFar ? 0 : FARTHEST)) continue
    leftmost = Math.min(leftmost, above.indent)
    columns.add(above.indent)
    columns.add(readEntry(above).contentAt)
  }
  const below = lines.slice(line.index + 1, line.index + 6).find(({ isEmpty }) => !isEmpty)
  if (below !== undefined && below.indent > 0) columns.add(below.indent)
  return columns
}

const LINES_ABOVE = 40
/** The lists above may be long. */
const LINES_TO_PARENT = 400

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
    cost: costOf(line, column, problemLine) + (aligned.includes('"') ? 0 : 0.05) - likelihoodOf(lines, line, column),
  }
}

/** Moves a line with the lines below it that start further right. */
function* moveBlock(suspects: Suspects, line: SourceLine, column: number): Iterable<Repair> {
  const last = lastOfBlock(suspects.lines, line, column)
  if (last === line.index) return
  const moved = moveLine(suspects, line, column)
  const change = column - line.indent
  yield {
    ...moved,
    message: moved.message.replace(/\.$/, `, and so are the lines below it, up to line ${last + 1}.`),
    hint: moved.hint.replace(
      'at the start of the line',
      `at the start of each of the lines ${line.index + 1} to ${last + 1}`,
    ),
    edits: suspects.lines
      .slice(line.index, last + 1)
      .filter(({ text }) => text.trim() !== '')
      .map(({ start, indent }) => ({ start, end: start + indent, text: ' '.repeat(Math.max(0, indent + change)) })),
    cost: moved.cost + 0.05,
    isFileWide: true,
  }
}

function lastOfBlock(lines: readonly SourceLine[], first: SourceLine, column: number): number {
  let last = first.index
  for (const line of lines.slice(first.index + 1, first.index + LONGEST_BLOCK)) {
    if (line.isEmpty) continue
    const isNextElement = line.indent === column && readEntry(line).dashes > 0
    if (line.indent <= first.indent || isNextElement) break
    last = line.index
  }
  return last
}

const LONGEST_BLOCK = 1000

function alignment(lines: readonly SourceLine[], line: SourceLine, column: number): string {
  for (let index = line.index - 1; index >= Math.max(0, line.index - LINES_TO_PARENT); index -= 1) {
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
