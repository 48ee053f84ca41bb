import { allKeys } from '../../keys/allKeys.ts'
import { isBlank, readEntry } from './lineEntry.ts'
import type { Repair, TextEdit } from './repair.ts'
import type { SourceLine } from './sourceLines.ts'
import type { Detector } from './suspects.ts'

/** Colons that are missing, and spaces that are missing after colons and dashes. */
export const punctuationRepairs: Detector = function* ({ near, lines }) {
  for (const line of near) {
    if (line.isEmpty) continue
    yield* missingColon(line)
    yield* missingSpaceAfterColon(line)
    yield* missingSpaceAfterDash(line)
    yield* missingDash(line, lines)
  }
}

function* missingColon(line: SourceLine): Iterable<Repair> {
  const { key, contentAt } = readEntry(line)
  const match = FIRST_WORD.exec(line.text.slice(contentAt))
  const word = match?.[1]
  if (word === undefined || match === null || word === key) return
  const isKnown = allKeys.has(word) && (key === null || key !== word)
  const start = line.start + contentAt
  const rest = line.text.slice(contentAt + match[0].length)
  const sign = match[2]
  yield {
    offset: start,
    message: `The colon after "${word}" is missing.`,
    hint: colonHint(word, rest, sign),
    edits: [
      {
        start,
        end: line.start + line.text.length,
        text: rest === '' ? `${word}:` : `${word}: ${rest.startsWith('{') || rest.startsWith('[') ? rest : 'x'}`,
      },
    ],
    cost: isKnown ? 0.8 : /_|^[a-z]+$/.test(word) && rest === '' ? 3 : 5,
  }
}

const FIRST_WORD = /^([A-Za-z_][\w-]*)(?:[ \t]*([=;])[ \t]*|[ \t]+|$)/

function colonHint(word: string, rest: string, sign: string | undefined): string {
  if (sign !== undefined) return `Type ":" instead of "${sign}": "${word}: …".`
  return rest === '' ? `Type ":" after it: "${word}:".` : `Type ":" and a space after it: "${word}: …".`
}

function* missingSpaceAfterColon(line: SourceLine): Iterable<Repair> {
  const { contentAt } = readEntry(line)
  const match = KEY_WITHOUT_SPACE.exec(line.text.slice(contentAt))
  const word = match?.[1]
  if (word === undefined) return
  const colon = contentAt + word.length
  yield {
    offset: line.start + colon,
    message: `The space after the colon of "${word}" is missing.`,
    hint: `Type a space after the colon: "${word}: …".`,
    edits: [insert(line, colon + 1, ' ')],
    cost: allKeys.has(word) ? 0.8 : 2,
  }
}

const KEY_WITHOUT_SPACE = /^([A-Za-z_][\w-]*):(?![/:\s])./

function* missingSpaceAfterDash(line: SourceLine): Iterable<Repair> {
  const { text, start } = line
  const { contentAt } = readEntry(line)
  if (text.charAt(contentAt) !== '-' || isBlank(text, contentAt + 1) || text.charAt(contentAt + 1) === '-') return
  yield {
    offset: start + contentAt,
    message: 'The space after the dash is missing.',
    hint: 'Type a space after the dash: "- …".',
    edits: [insert(line, contentAt + 1, ' ')],
    cost: 0.8,
  }
}

function* missingDash(line: SourceLine, lines: readonly SourceLine[]): Iterable<Repair> {
  const { key, dashes, contentAt } = readEntry(line)
  if (dashes > 0 || key === null || !FIRST_KEYS.has(key)) return
  const words = {
    offset: line.start + contentAt,
    message: `The dash before "${key}" is missing: a new element of the list starts here.`,
    hint: `Type "- " before it: "- ${key}: …".`,
    cost: isBelowDash(line, lines) ? 1 : 2.5,
  }
  yield { ...words, edits: [insert(line, contentAt, '- ')] }
  if (contentAt < 2) return
  const at = line.start + contentAt - 2
  yield { ...words, edits: [{ start: at, end: at + 2, text: '- ' }] }
}

/** Whether the line starts in the column of the dashes above it. */
function isBelowDash(line: SourceLine, lines: readonly SourceLine[]): boolean {
  for (let index = line.index - 1; index >= Math.max(0, line.index - LINES_ABOVE); index -= 1) {
    const above = lines[index]
    if (above === undefined || above.isEmpty || above.indent > line.indent) continue
    return above.indent === line.indent && readEntry(above).dashes > 0
  }
  return false
}

const LINES_ABOVE = 60

/** The keys that elements of lists usually start with. */
const FIRST_KEYS: ReadonlySet<string> = new Set(['id', 'name', 'to', 'target', 'action', 'condition', 'narrate'])

function insert(line: SourceLine, column: number, text: string): TextEdit {
  return { start: line.start + column, end: line.start + column, text }
}
