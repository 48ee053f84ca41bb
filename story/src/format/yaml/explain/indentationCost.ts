import { readEntry } from './lineEntry.ts'
import type { SourceLine } from './sourceLines.ts'

/** How unlikely it is that a line was meant to start in a column: small moves onto the grid of two spaces are likely. */
export function costOf(line: SourceLine, column: number, problemLine: SourceLine): number {
  const change = Math.abs(column - line.indent)
  const offGrid = column % 2 === 0 ? 0 : 0.6
  const fromGrid = line.indent % 2 === 0 && change % 2 === 1 ? 0.6 : 0
  const distance = Math.min(0.5, Math.abs(line.index - problemLine.index) * 0.02)
  const { key, dashes } = readEntry(line)
  const isWord = key === null && dashes === 0
  return 1.5 + change * 0.1 + offGrid + fromGrid + distance + (isWord ? 1 : 0)
}

/** How much more likely the lines around a line make a column. */
export function likelihoodOf(lines: readonly SourceLine[], line: SourceLine, column: number): number {
  const belowKey = likelihoodBelowKey(lines, line, column)
  if (readEntry(line).dashes === 0) return belowKey
  const amongOthers = belowKey > 0 ? 0 : likelihoodAmong(elementAbove(lines, line, column), line)
  return belowKey + amongOthers + (isAboveKey(lines, line, column) ? 0.3 : 0)
}

/** The first line below a key without a value starts further right; left of the key, it leaves the key empty. */
function likelihoodBelowKey(lines: readonly SourceLine[], line: SourceLine, column: number): number {
  const above = lines.slice(Math.max(0, line.index - 6), line.index).findLast(({ isEmpty }) => !isEmpty)
  if (above === undefined) return 0
  const { key, contentAt, valueAt } = readEntry(above)
  if (key === null || valueAt < above.text.length || column !== contentAt + 2) return 0
  return line.indent < contentAt + (readEntry(line).dashes > 0 ? 0 : 1) ? 0.6 : 0.3
}

/** The keys of an element start two columns further right than its dash. */
function isAboveKey(lines: readonly SourceLine[], line: SourceLine, column: number): boolean {
  const below = lines.slice(line.index + 1, line.index + 6).find(({ isEmpty }) => !isEmpty)
  return below !== undefined && below.indent === column + 2 && readEntry(below).key !== null
}

/** The last element of the list whose dashes are in a column. */
function elementAbove(lines: readonly SourceLine[], line: SourceLine, column: number): SourceLine | undefined {
  for (let index = line.index - 1; index >= Math.max(0, line.index - LINES_ABOVE); index -= 1) {
    const above = lines[index]
    if (above === undefined || above.isEmpty || above.indent > column) continue
    return above.indent === column && readEntry(above).dashes > 0 ? above : undefined
  }
  return undefined
}

const LINES_ABOVE = 400

/** The elements of a list start with the same key. */
function likelihoodAmong(element: SourceLine | undefined, line: SourceLine): number {
  if (element === undefined) return 0
  return firstKey(element) === firstKey(line) ? 0.3 : -0.3
}

function firstKey(line: SourceLine): string {
  const { key, contentAt } = readEntry(line)
  const word = key ?? /^\{ *([A-Za-z_]+):/.exec(line.text.slice(contentAt))?.[1] ?? ''
  return NAMING_KEYS.has(word) ? 'name' : word
}

const NAMING_KEYS: ReadonlySet<string> = new Set(['id', 'name'])
