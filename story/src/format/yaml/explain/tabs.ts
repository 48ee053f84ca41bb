import { readEntry } from './lineEntry.ts'
import type { Repair, TextEdit } from './repair.ts'
import type { SourceLine } from './sourceLines.ts'
import type { Detector, Suspects } from './suspects.ts'

/** Tabs where YAML only knows spaces. */
export const tabRepairs: Detector = function* (suspects) {
  const indented = suspects.near.filter(({ text }) => INDENTED_WITH_TAB.test(text))
  for (const line of indented) yield* repairsOf(suspects, line)
  if (indented.length > 0) yield* repairsOfAll(suspects)
  for (const line of suspects.near) if (/^ *-\t/.test(line.text)) yield afterDash(line)
}

const INDENTED_WITH_TAB = /^ *\t[ \t]*[^ \t]/

const WORDS = {
  message: 'This line is indented with a tab: YAML only knows spaces.',
  hint: 'Replace each tab with spaces, two for each level. Many editors do that with "Convert indentation to spaces".',
}

function* repairsOf(suspects: Suspects, line: SourceLine): Iterable<Repair> {
  const leading = /^[ \t]*/.exec(line.text)?.[0] ?? ''
  const columns = columnsFor(suspects, line, leading)
  for (const column of columns) {
    const edits = [{ start: line.start, end: line.start + leading.length, text: ' '.repeat(column) }]
    yield { offset: line.start, edits, cost: 0.5, ...WORDS }
  }
}

function* repairsOfAll({ lines }: Suspects): Iterable<Repair> {
  const all = lines.filter(({ text }) => text.startsWith('\t')).slice(0, MOST_LINES)
  const [first] = all
  if (first === undefined || all.length < 2) return
  for (const width of [2, 4])
    yield { offset: first.start, edits: all.map((each) => widen(each, width)), cost: 0.4, isFileWide: true, ...WORDS }
}

const MOST_LINES = 20_000

function widen({ start, text }: SourceLine, width: number): TextEdit {
  const tabs = /^\t*/.exec(text)?.[0].length ?? 0
  return { start, end: start + tabs, text: ' '.repeat(width * tabs) }
}

/** As wide as the tabs may have looked, and the columns of the lines above. */
function columnsFor({ lines }: Suspects, line: SourceLine, leading: string): ReadonlySet<number> {
  const above = lines
    .slice(Math.max(0, line.index - 6), line.index)
    .filter(({ isEmpty }) => !isEmpty)
    .toReversed()
  const columns = above.flatMap((other) => [readEntry(other).contentAt, other.indent])
  return new Set([...[2, 4, 8].map((width) => leading.replaceAll('\t', ' '.repeat(width)).length), ...columns])
}

function afterDash(line: SourceLine): Repair {
  const at = line.start + line.text.indexOf('\t')
  return {
    offset: at,
    message: 'A tab follows the dash: YAML only knows spaces here.',
    hint: 'Replace the tab with one space.',
    edits: [{ start: at, end: at + 1, text: ' ' }],
    cost: 0.5,
  }
}
