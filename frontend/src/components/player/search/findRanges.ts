import { findMatches } from './findMatches.ts'

/** Where the text of an element contains another. Emphasis and marks do not end a match; a paragraph does. */
export function findRanges(element: HTMLElement, searched: string): readonly Range[] {
  const nodes: PlacedText[] = []
  let whole = ''
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    const block = text.parentElement?.closest(BLOCKS) ?? null
    if (nodes.length > 0 && nodes.at(-1)?.block !== block) whole += '\n'
    nodes.push({ text, block, start: whole.length })
    whole += text.nodeValue ?? ''
  }
  return findMatches(whole, searched).flatMap(({ start, end }) => {
    const first = nodes.findLast((node) => node.start <= start)
    const last = nodes.findLast((node) => node.start < end)
    if (first === undefined || last === undefined) return []
    const range = new Range()
    range.setStart(first.text, start - first.start)
    range.setEnd(last.text, end - last.start)
    return [range]
  })
}

/** A text node, and where it begins in the text of all. */
interface PlacedText {
  readonly text: Node
  readonly block: Element | null
  readonly start: number
}

const BLOCKS = 'p, li, blockquote, summary'
