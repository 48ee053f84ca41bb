import { withoutLinks } from './withoutLinks.ts'

/** A run of text with one style. */
export interface InlineSpan {
  readonly text: string
  readonly isEmphasized: boolean
  readonly isStrong: boolean
}

/**
 * Splits a block at its emphasis marks. Links and images are reduced to their label.
 * @param isOpenEnded true while text arrives: an opening mark takes effect at once instead of being shown
 */
export function parseInline(source: string, isOpenEnded: boolean): InlineSpan[] {
  const text = withoutLinks(source)
  const lastCloser = createCloserFinder(text)
  const spans: InlineSpan[] = []
  let isEmphasized = false
  let isStrong = false
  let from = 0

  function cut(to: number, skip: number) {
    if (to > from) spans.push({ text: text.slice(from, to), isEmphasized, isStrong })
    from = to + skip
  }

  for (const match of text.matchAll(MARK)) {
    if (spans.length >= MAX_SPANS) break
    const { index } = match
    const mark = match[0]
    if (mark.startsWith('\\')) {
      cut(index, 1)
      continue
    }
    const isStrongMark = mark.length === 2
    const isOpen = isStrongMark ? isStrong : isEmphasized
    if (
      !(isOpen
        ? canClose(text, index, mark)
        : canOpen(text, index, mark, isOpenEnded || lastCloser(mark) >= index + mark.length, isOpenEnded))
    )
      continue
    cut(index, mark.length)
    if (isStrongMark) isStrong = !isStrong
    else isEmphasized = !isEmphasized
  }
  cut(text.length, 0)
  return spans
}

/** The marks of a block with more changes of style stay text. */
const MAX_SPANS = 2000
const MARK = /\\[*_`]|\*\*|__|[*_]/g
const SPACE = /\s|^$/
const WORD = /[\p{L}\p{N}]/u

function canOpen(text: string, index: number, mark: string, isClosed: boolean, isOpenEnded: boolean): boolean {
  const next = text.charAt(index + mark.length)
  if (SPACE.test(next) && !(isOpenEnded && next === '')) return false
  if (mark.startsWith('_') && WORD.test(text.charAt(index - 1))) return false
  return isClosed
}

/** The last place at which a mark can close; it is looked for once for each mark. */
function createCloserFinder(text: string): (mark: string) => number {
  const known = new Map<string, number>()
  return (mark) => {
    const last = known.get(mark) ?? findLastCloser(text, mark)
    known.set(mark, last)
    return last
  }
}

function findLastCloser(text: string, mark: string): number {
  let index = text.lastIndexOf(mark)
  while (index > 0 && !canClose(text, index, mark)) index = text.lastIndexOf(mark, index - 1)
  return index > 0 ? index : -1
}

function canClose(text: string, index: number, mark: string): boolean {
  if (SPACE.test(text.charAt(index - 1))) return false
  return !(mark.startsWith('_') && WORD.test(text.charAt(index + mark.length)))
}
