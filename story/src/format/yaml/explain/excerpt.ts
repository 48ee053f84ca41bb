import { readEntry } from './lineEntry.ts'
import type { TextEdit } from './repair.ts'
import { lineAt, type SourceLine } from './sourceLines.ts'
import type { Suspects } from './suspects.ts'

/** A part of a file that can be parsed without the rest. */
export interface Excerpt {
  readonly text: string
  /** Null for what the excerpt does not hold. */
  readonly toExcerpt: (edit: TextEdit) => TextEdit | null
  /** The index of the file's line at an offset of the excerpt; infinite for the end of the excerpt, -1 before its first line. */
  readonly lineIndexAt: (text: string, offset: number) => number
}

/**
 * The lines around a mistake, below the keys that they belong to. Null if they are very long.
 * @param firstLine the index of the first line that may hold its cause
 */
export function cutExcerpt({ lines, problemLine, firstLine }: Suspects): Excerpt | null {
  const from = Math.max(0, firstLine - LINES_BEFORE)
  const to = Math.min(lines.length, problemLine.index + LINES_AFTER)
  const parents = parentsOf(lines, from)
  const shown = lines.slice(from, to)
  if (lengthOf(shown) + lengthOf(parents) > LONGEST) return null
  const before = parents.map(({ text }) => `${text}\n`).join('')
  const shift = before.length
  const starts = new Map<SourceLine, number>()
  let length = shift
  for (const line of shown) {
    starts.set(line, length)
    length += line.text.length + 1
  }
  return {
    text: before + shown.map(({ text }) => `${text}\n`).join(''),
    toExcerpt(edit) {
      const line = lineAt(lines, edit.start)
      const start = line && starts.get(line)
      if (line === undefined || start === undefined) return null
      return { ...edit, start: start + edit.start - line.start, end: start + edit.end - line.start }
    },
    lineIndexAt(text, offset) {
      const index = from - parents.length + countLineBreaks(text, offset)
      return index >= to && to < lines.length ? Infinity : index < from ? -1 : Math.min(index, to - 1)
    },
  }
}

const LINES_BEFORE = 8
const LINES_AFTER = 15
const LONGEST = 20_000

function lengthOf(lines: readonly SourceLine[]): number {
  return lines.reduce((sum, { text }) => sum + text.length + 1, 0)
}

/** The lines above that the line at an index belongs to, the outermost first. */
function parentsOf(lines: readonly SourceLine[], from: number): readonly SourceLine[] {
  const parents: SourceLine[] = []
  let child = lines.slice(from).find(({ isEmpty }) => !isEmpty)
  for (let index = from - 1; index >= 0 && child !== undefined && child.indent > 0; index -= 1) {
    const line = lines[index]
    if (line === undefined || line.isEmpty || !isParent(line, child)) continue
    parents.unshift(line)
    child = line
  }
  return parents
}

/** A list may start in the column of its key. */
function isParent(line: SourceLine, child: SourceLine): boolean {
  if (line.indent < child.indent) return true
  return line.indent === child.indent && readEntry(child).dashes > 0 && readEntry(line).dashes === 0
}

function countLineBreaks(text: string, end: number): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) count += 1
  return count
}
