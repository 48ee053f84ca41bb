import { messageElementId } from '../messageElementId.ts'
import { findRanges } from './findRanges.ts'

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
