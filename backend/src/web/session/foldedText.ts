/** A text without differences in case and accents. */
export function foldText(text: string): string {
  const plain = text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
  return plain.normalize('NFC').replaceAll('ς', 'σ')
}

const BEFORE = 60
const AFTER = 120

/** The text around the first match of a folded text; undefined if there is none. */
export function findExcerpt(text: string, folded: string): string | undefined {
  // An accent alone folds to nothing, which every text contains.
  const at = folded === '' ? -1 : foldText(text).indexOf(folded)
  if (at === -1) return undefined
  const start = unfoldIndex(text, at)
  const from = start <= BEFORE ? 0 : wordAfter(text, start - BEFORE, start)
  const to = start + AFTER >= text.length ? text.length : wordBefore(text, start + AFTER, start + folded.length)
  const excerpt = text.slice(from, to).toWellFormed().replaceAll(/\s+/g, ' ').trim()
  return `${from > 0 ? '…' : ''}${excerpt}${to < text.length ? '…' : ''}`
}

/** The position in the text that corresponds to a position in the folded text. */
function unfoldIndex(text: string, foldedIndex: number): number {
  let index = 0
  let folded = 0
  for (const character of text) {
    if (folded >= foldedIndex) break
    folded += foldText(character).length
    index += character.length
  }
  return index
}

function wordAfter(text: string, from: number, before: number): number {
  const space = text.indexOf(' ', from)
  return space === -1 || space >= before ? from : space + 1
}

function wordBefore(text: string, to: number, after: number): number {
  const space = text.lastIndexOf(' ', to)
  return space <= after ? to : space
}
