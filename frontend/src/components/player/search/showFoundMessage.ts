import { messageElementId } from '../messageElementId.ts'
import { findMatches } from './findMatches.ts'

/** Scrolls to a message, focuses it, and highlights the matches until the focus moves on. */
export function showFoundMessage(messageId: string, searched: string): void {
  const message = document.getElementById(messageElementId(messageId))
  if (message === null) return
  const matches = findRanges(message, searched)
  const found = matches[0]?.startContainer.parentElement ?? message
  found.scrollIntoView({ block: 'center' })
  message.focus({ preventScroll: true })
  if (!('highlights' in CSS)) return
  CSS.highlights.set('found', new Highlight(...matches))
  message.addEventListener('blur', () => CSS.highlights.delete('found'), { once: true })
}

function findRanges(message: HTMLElement, searched: string): readonly Range[] {
  const ranges: Range[] = []
  const texts = document.createTreeWalker(message, NodeFilter.SHOW_TEXT)
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    for (const { start, end } of findMatches(text.nodeValue ?? '', searched)) {
      const range = new Range()
      range.setStart(text, start)
      range.setEnd(text, end)
      ranges.push(range)
    }
  }
  return ranges
}
