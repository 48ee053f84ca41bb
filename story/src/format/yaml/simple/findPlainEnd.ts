import { isBlank, NotSimple } from './scanner.ts'

/** In brackets and braces, a plain scalar also ends at these characters and at a comma. */
export type Context = 'block' | 'flow'

/** The end of a plain scalar, which may continue on further lines. */
export function findPlainEnd(text: string, start: number, context: Context, indent: number): number {
  if (!isPlainStart(text, start)) throw new NotSimple()
  let stop = findStop(text, start, context)
  let end = withoutSpaces(text, stop)
  for (let next = findNextLine(text, stop, context, indent); next !== null;) {
    stop = findStop(text, next, context)
    end = withoutSpaces(text, stop)
    next = findNextLine(text, stop, context, indent)
  }
  return end
}

function isPlainStart(text: string, at: number): boolean {
  const character = text.charAt(at)
  if (character === '-') return !isBlank(text, at + 1) && !isFlowIndicator(text, at + 1)
  return character !== '' && !NOT_FIRST.includes(character)
}

const NOT_FIRST = ' \n,[]{}#&*!|>\'"%@`?:'

/** The first character after the scalar on its line, or after the white space that follows it. */
function findStop(text: string, start: number, context: Context): number {
  const marks = MARKS[context]
  marks.lastIndex = start
  while (marks.test(text)) {
    const mark = marks.lastIndex - 1
    if (isStop(text, mark, context)) return mark
  }
  return text.length
}

const MARKS = { block: /[\n:#]/g, flow: /[\n:#,[\]{}]/g }

function isStop(text: string, mark: number, context: Context): boolean {
  switch (text.charAt(mark)) {
    case ':':
      return isBlank(text, mark + 1) || (context === 'flow' && isFlowIndicator(text, mark + 1))
    case '#':
      return text.charAt(mark - 1) === ' '
    default:
      return true
  }
}

function isFlowIndicator(text: string, at: number): boolean {
  const character = text.charAt(at)
  return character !== '' && ',[]{}'.includes(character)
}

function withoutSpaces(text: string, stop: number): number {
  let end = stop
  while (text.charAt(end - 1) === ' ') end -= 1
  return end
}

/** Where the scalar continues after a line break; null if it doesn't. */
function findNextLine(text: string, stop: number, context: Context, indent: number): number | null {
  if (text.charAt(stop) !== '\n') return null
  let next = stop
  while (text.charAt(next) === '\n' || text.charAt(next) === ' ') next += 1
  const column = next - 1 - text.lastIndexOf('\n', next - 1)
  if (next === text.length || column < indent || text.charAt(next) === '#') return null
  return context === 'flow' && isFlowIndicator(text, next) ? null : next
}
