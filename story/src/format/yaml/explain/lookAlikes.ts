import {
  describeLookAlike,
  findLookAlike,
  hintForLookAlike,
  replaceLookAlikes,
  type LookAlike,
} from '../../../names/lookAlikes.ts'
import type { Repair, TextEdit } from './repair.ts'
import type { SourceLine } from './sourceLines.ts'
import type { Detector } from './suspects.ts'

/** Characters that only look like the quotes, dashes, colons, brackets and spaces that YAML knows. */
export const lookAlikeRepairs: Detector = function* ({ near }) {
  for (const line of near) {
    if (!BEYOND_ASCII.test(line.text)) continue
    const found = findAll(line)
    const structural = found.filter(({ at }, index) => isStructural(line, at, found, index))
    if (structural.length > 0) yield repairOf(line, structural, 0.5)
    if (found.length > structural.length) yield repairOf(line, found, 2)
  }
}

const BEYOND_ASCII = /[^\0-\x7f]/

interface Found {
  readonly at: number
  readonly lookAlike: LookAlike
}

function findAll({ text }: SourceLine): readonly Found[] {
  const found: Found[] = []
  for (let at = 0; at < text.length; at += 1) {
    const lookAlike = findLookAlike(text.charAt(at))
    if (lookAlike !== undefined) found.push({ at, lookAlike })
  }
  return found
}

/** Whether it is where a line has its dash, its key, its colon, or the outermost quotes of its value. */
function isStructural({ text }: SourceLine, at: number, found: readonly Found[], index: number): boolean {
  if (isBeforeValue(replaceLookAlikes(text.slice(0, at)))) return true
  const { instead } = found[index]?.lookAlike ?? { instead: '' }
  if (instead !== '"' && instead !== "'") return false
  return /^[\s,}\]]*$/.test(text.slice(at + 1)) || /^["'\s]*[,}\]]/.test(text.slice(at + 1))
}

/** Whether a dash, a key, its colon or a value starts here. */
function isBeforeValue(before: string): boolean {
  const rest = before.slice(Math.max(0, ...MARKS.map((mark) => endOfLast(before, mark))))
  return /^[\w-]*:? *$/.test(rest.replace(/^[ -]+/, ''))
}

const MARKS = ['[', '{', ',', ': ']

function endOfLast(text: string, mark: string): number {
  const at = text.lastIndexOf(mark)
  return at === -1 ? 0 : at + mark.length
}

function repairOf(line: SourceLine, found: readonly Found[], cost: number): Repair {
  const [first] = found
  const lookAlike = first?.lookAlike ?? { character: '', name: '', instead: '' }
  return {
    offset: line.start + (first?.at ?? 0),
    message: `This is ${describeLookAlike(lookAlike)}, which means nothing to the reader of gamebooks.`,
    hint: hintForLookAlike(lookAlike),
    edits: found.map(({ at, lookAlike: { instead } }) => editOf(line, at, instead)),
    cost,
  }
}

function editOf({ start, text }: SourceLine, at: number, instead: string): TextEdit {
  const needsSpace = instead === ':' && text.charAt(at + 1).trim() !== ''
  return { start: start + at, end: start + at + 1, text: needsSpace ? ': ' : instead }
}
