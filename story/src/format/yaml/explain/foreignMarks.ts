import { readEntry } from './lineEntry.ts'
import type { Repair } from './repair.ts'
import type { SourceLine } from './sourceLines.ts'
import type { Detector } from './suspects.ts'

/** Marks of Markdown, programs and web pages that mean nothing, or something else, in a gamebook. */
export const foreignMarkRepairs: Detector = function* ({ near }) {
  for (const line of near) {
    if (line.isEmpty) continue
    yield* formattedKey(line)
    yield* foreignListMark(line)
    yield* foreignComment(line)
  }
}

/** A key in the bold type or the code of Markdown: `**title**: …`. */
function* formattedKey(line: SourceLine): Iterable<Repair> {
  const { contentAt } = readEntry(line)
  const [written, mark, word] = FORMATTED_KEY.exec(line.text.slice(contentAt)) ?? []
  if (written === undefined || mark === undefined || word === undefined) return
  const start = line.start + contentAt
  yield {
    offset: start,
    message: `The key "${word}" has "${mark}" around it, which is Markdown and means something else here.`,
    hint: `Write the key alone: "${word}: …".`,
    edits: [{ start, end: start + written.length, text: `${word}:` }],
    cost: 0.5,
  }
}

const FORMATTED_KEY = /^(\*{1,3}|`)([A-Za-z_][\w-]*)(?:\1:|:\1)(?=\s|$)/

/** `1. name: Hall` or `* name: Hall`. The keys below may start in either column. */
function* foreignListMark(line: SourceLine): Iterable<Repair> {
  const [, mark] = LIST_MARK.exec(line.text.slice(line.indent)) ?? []
  if (mark === undefined) return
  const start = line.start + line.indent
  const gap = line.text.slice(line.indent + mark.length).search(/\S/)
  const words = {
    offset: start,
    message: `"${mark}" doesn't start an element of a list.`,
    hint: 'Type "- " instead, and start the keys below in the column of the key after it.',
    cost: 0.6,
  }
  for (const dash of ['- ', `-${' '.repeat(mark.length)}`])
    yield { ...words, edits: [{ start, end: start + mark.length + gap, text: dash }] }
}

const LIST_MARK = /^(\d{1,3}[.)]|[*+]|->|=>) +(?=[A-Za-z_][\w-]*:(?:\s|$)|\{)/

function* foreignComment(line: SourceLine): Iterable<Repair> {
  const [, mark] = COMMENT_MARK.exec(line.text.slice(line.indent)) ?? []
  if (mark === undefined) return
  const start = line.start + line.indent
  yield {
    offset: start,
    message: `"${mark}" doesn't start a comment here.`,
    hint: 'Start each line of the comment with "# " instead.',
    edits: [{ start, end: line.start + line.text.length, text: '#' }],
    cost: 0.4,
  }
}

const COMMENT_MARK = /^(\/\/|\/\*|<!--)/
