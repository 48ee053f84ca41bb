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
  const text = source.replace(LINK, '$1')
  const spans: InlineSpan[] = []
  let isEmphasized = false
  let isStrong = false
  let from = 0

  function cut(to: number, skip: number) {
    if (to > from) spans.push({ text: text.slice(from, to), isEmphasized, isStrong })
    from = to + skip
  }

  for (const match of text.matchAll(MARK)) {
    const { index } = match
    const mark = match[0]
    if (mark.startsWith('\\')) {
      cut(index, 1)
      continue
    }
    const isStrongMark = mark.length === 2
    const isOpen = isStrongMark ? isStrong : isEmphasized
    if (!(isOpen ? canClose(text, index, mark) : canOpen(text, index, mark, isOpenEnded))) continue
    cut(index, mark.length)
    if (isStrongMark) isStrong = !isStrong
    else isEmphasized = !isEmphasized
  }
  cut(text.length, 0)
  return spans
}

const LINK = /!?\[([^\]\n]*)\]\([^)\s]*\)/g
const MARK = /\\[*_`]|\*\*|__|[*_]/g
const SPACE = /\s|^$/
const WORD = /[\p{L}\p{N}]/u

function canOpen(text: string, index: number, mark: string, isOpenEnded: boolean): boolean {
  const next = text.charAt(index + mark.length)
  if (SPACE.test(next) && !(isOpenEnded && next === '')) return false
  if (mark.startsWith('_') && WORD.test(text.charAt(index - 1))) return false
  return isOpenEnded || hasCloser(text, index + mark.length, mark)
}

function hasCloser(text: string, from: number, mark: string): boolean {
  for (let index = text.indexOf(mark, from); index !== -1; index = text.indexOf(mark, index + mark.length))
    if (canClose(text, index, mark)) return true
  return false
}

function canClose(text: string, index: number, mark: string): boolean {
  if (SPACE.test(text.charAt(index - 1))) return false
  return !(mark.startsWith('_') && WORD.test(text.charAt(index + mark.length)))
}
