import { isBlank } from './lineEntry.ts'
import type { Repair } from './repair.ts'
import type { SourceLine } from './sourceLines.ts'
import type { Detector } from './suspects.ts'

/** Brackets and braces without a partner. */
export const bracketRepairs: Detector = function* ({ near }) {
  for (const line of near) yield* repairsOf(line)
}

function* repairsOf(line: SourceLine): Iterable<Repair> {
  const open: { readonly at: number; readonly closing: string }[] = []
  let quote = ''
  let isStart = true
  for (let at = line.indent; at < line.text.length; at += 1) {
    const character = line.text.charAt(at)
    if (quote !== '') {
      if (character === quote) quote = ''
      continue
    }
    if (character === '#' && isBlank(line.text, at - 1)) break
    if (isStart && (character === '"' || character === "'")) quote = character
    const closing = PARTNERS.get(character)
    if (closing !== undefined && (isStart || open.length > 0)) open.push({ at, closing })
    else if (character === ']' || character === '}') {
      const last = open.pop()
      if (last === undefined) yield extra(line, at)
      else if (last.closing !== character) yield mismatch(line, last.at, at, last.closing)
    }
    if (!isBlank(line.text, at)) isStart = ',:[{-'.includes(character)
  }
  const outermost = open[0]
  const innermost = open.at(-1)
  if (outermost !== undefined && innermost !== undefined) {
    const closings = open
      .toReversed()
      .map(({ closing }) => closing)
      .join('')
    yield unclosed(line, innermost.at, closings)
  }
}

const PARTNERS: ReadonlyMap<string, string> = new Map([
  ['[', ']'],
  ['{', '}'],
])

const NAMES: ReadonlyMap<string, string> = new Map([
  ['[', 'bracket "["'],
  ['{', 'brace "{"'],
  [']', 'bracket "]"'],
  ['}', 'brace "}"'],
])

function unclosed(line: SourceLine, at: number, closings: string): Repair {
  const end = line.start + line.text.trimEnd().length
  return {
    offset: line.start + at,
    message: `The ${NAMES.get(line.text.charAt(at)) ?? ''} that opens here is not closed.`,
    hint: `Type ${closings} at its end.`,
    edits: [{ start: end, end, text: closings }],
    cost: 1.2,
  }
}

function extra(line: SourceLine, at: number): Repair {
  return {
    offset: line.start + at,
    message: `Nothing opens the ${NAMES.get(line.text.charAt(at)) ?? ''} that closes here.`,
    hint: 'Remove it, or put the text in quotes if it belongs to a text.',
    edits: [{ start: line.start + at, end: line.start + at + 1, text: '' }],
    cost: 1.2,
  }
}

function mismatch(line: SourceLine, opening: number, at: number, closing: string): Repair {
  return {
    offset: line.start + at,
    message: `The ${NAMES.get(line.text.charAt(opening)) ?? ''} is closed with ${line.text.charAt(at)}.`,
    hint: `Type ${closing} instead.`,
    edits: [{ start: line.start + at, end: line.start + at + 1, text: closing }],
    cost: 1.2,
  }
}
