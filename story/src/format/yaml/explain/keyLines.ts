import { allKeys } from '../../keys/allKeys.ts'
import { readEntry } from './lineEntry.ts'
import type { Repair } from './repair.ts'
import type { SourceLine } from './sourceLines.ts'
import type { Detector } from './suspects.ts'

/** Keys that share a line with another key, and values that are where a list or further keys belong. */
export const keyLineRepairs: Detector = function* ({ near, lines }) {
  for (const line of near) {
    if (line.isEmpty) continue
    yield* secondKey(line)
    const above = lines.slice(Math.max(0, line.index - 6), line.index).findLast(({ isEmpty }) => !isEmpty)
    if (above === undefined) continue
    yield* listWithoutKey(line, above)
    yield* textAboveKeys(line, above)
  }
}

/** `kind: good, title: Home`, which needs braces or two lines. */
function* secondKey(line: SourceLine): Iterable<Repair> {
  const { key, valueAt } = readEntry(line)
  const [written, separator, word] = SECOND_KEY.exec(line.text.slice(valueAt)) ?? []
  if (key === null || written === undefined || word === undefined || !allKeys.has(word)) return
  yield {
    offset: line.start + valueAt + written.length - word.length - 1,
    message: `A second key, "${word}", starts on the line of "${key}", and a line has only one.`,
    hint: `Put "${word}: …" on the next line, in the column of "${key}", and remove the "${separator}".`,
    edits: [{ start: line.start + valueAt, end: line.start + line.text.length, text: 'x' }],
    cost: 0.8,
  }
}

/** A short value, a comma or semicolon, and a key. */
const SECOND_KEY = /^[\w.'"-]+([,;]) *([a-z_]+):(?=\s|$)/

/** A list one step further right than a key that already has a value. */
function* listWithoutKey(line: SourceLine, above: SourceLine): Iterable<Repair> {
  const { key, contentAt, valueAt } = readEntry(above)
  if (readEntry(line).dashes === 0 || key === null || valueAt === above.text.length) return
  if (line.indent !== contentAt + 2) return
  yield {
    offset: line.start + line.indent,
    message: `A list starts here, but "${key}" in the line above already has a value: the key of this list is missing.`,
    hint: `Add a line above it with its key, in the column of "${key}", such as "entities:".`,
    edits: [{ start: above.start + contentAt, end: above.start + above.text.length, text: 'x:' }],
    cost: 1,
  }
}

/** `ending: Home`, with the keys of the ending below. */
function* textAboveKeys(line: SourceLine, above: SourceLine): Iterable<Repair> {
  const { key, contentAt, valueAt } = readEntry(above)
  if (key === null || !KEYS_WITH_KEYS.has(key) || valueAt === above.text.length) return
  if (line.indent <= contentAt || readEntry(line).key === null) return
  yield {
    offset: above.start + valueAt,
    message: `A value follows "${key}" on its line, and more keys follow below: it can't have both.`,
    hint: `Move the value to the next line, after another key: "…: ${above.text.slice(valueAt).trim()}".`,
    edits: [{ start: above.start + valueAt, end: above.start + above.text.length, text: '' }],
    cost: 0.9,
  }
}

/** Their value is a mapping. */
export const KEYS_WITH_KEYS: ReadonlySet<string> = new Set([
  'prompt',
  'fields',
  'details',
  'ending',
  'check',
  'parameters',
  'properties',
  'args',
  'checks',
])
