/** A part of a text, from `start` up to `end`. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The parts of a text that stand in quotation marks, in italics or after the dash of a dialogue. In order. */
export function listQuotedSpans(text: string): readonly Span[] {
  const spans: Span[] = []
  let start = 0
  while (start < text.length) {
    const gap = /\n[ \t\r]*\n/g
    gap.lastIndex = start
    const end = gap.exec(text)?.index ?? text.length
    addSpans(text, start, end, spans)
    start = Math.max(end, start) + 1
  }
  return spans
}

/** A quotation that is not closed ends with its paragraph. */
function addSpans(text: string, from: number, to: number, spans: Span[]): void {
  const singles = closersOfSingles(text, from, to)
  const italics = closersOfItalics(text, from, to)
  let index = from
  while (index < to) {
    const end = isDialogueDash(text, index, from)
      ? endOfLine(text, index, to)
      : closeOf(text, index, to, singles, italics)
    if (end === null) {
      index += 1
      continue
    }
    spans.push({ start: index, end })
    index = end
  }
}

/** The end of the quotation that begins at an index; null if none does. */
function closeOf(
  text: string,
  index: number,
  to: number,
  singles: ReadonlyMap<number, number>,
  italics: ReadonlyMap<number, number>,
): number | null {
  const close = DOUBLE.get(text[index] ?? '')
  if (close === undefined) return singles.get(index) ?? italics.get(index) ?? null
  for (let end = index + 1; end < to; end += 1) if (close.includes(text[end] ?? '')) return end + 1
  return to
}

const DOUBLE: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['“', '”"'],
  ['”', '”'],
  ['„', '“”"'],
  ['«', '»'],
  ['»', '«'],
  ['「', '」'],
  ['『', '』'],
  ['‹', '›'],
])

/** Single quotation marks: an apostrophe opens none, and one that ends a word closes only what was opened. */
function closersOfSingles(text: string, from: number, to: number): ReadonlyMap<number, number> {
  const closers = new Map<number, number>()
  let open: number | null = null
  for (let index = from; index < to; index += 1) {
    const character = text[index] ?? ''
    if (!SINGLES.includes(character)) continue
    const before = index === from ? ' ' : (text[index - 1] ?? ' ')
    const after = text[index + 1] ?? ' '
    if (open === null) {
      if (character !== '’' && OPENS.test(before) && WORD.test(after)) open = index
    } else if (CLOSES.test(before) && !WORD.test(after)) {
      closers.set(open, index + 1)
      open = null
    }
  }
  return closers
}

const SINGLES = ['‘', '’', "'"]
const OPENS = /[\s(—–]/
const CLOSES = /[.,!?…—–]/
const WORD = /[\p{L}\p{N}]/u

/** `*in italics*`: a title, a thought, or what is written somewhere. */
function closersOfItalics(text: string, from: number, to: number): ReadonlyMap<number, number> {
  const closers = new Map<number, number>()
  let open: number | null = null
  for (let index = from; index < to; index += 1) {
    const mark = text[index] ?? ''
    if (mark !== '*' && mark !== '_') continue
    const isDouble = text[index - 1] === mark || text[index + 1] === mark
    if (isDouble) continue
    const after = text[index + 1] ?? ' '
    const before = text[index - 1] ?? ' '
    if (open === null) {
      if (!/\s/.test(after) && !WORD.test(before)) open = index
    } else if (text[open] === mark && !/\s/.test(before)) {
      closers.set(open, index + 1)
      open = null
    }
  }
  return closers
}

function isDialogueDash(text: string, index: number, from: number): boolean {
  const isDash = text[index] === '—' || text[index] === '–' || text[index] === '―'
  return isDash && (index === from || text[index - 1] === '\n')
}

function endOfLine(text: string, index: number, to: number): number {
  const end = text.indexOf('\n', index)
  return end === -1 || end > to ? to : end
}
