const RIGHT_TO_LEFT = /[\u0590-\u08ff]/
const ISOLATED = /\u2068[^\u2068\u2069]*\u2069/g

/** Texts from right to left that would disturb the left-to-right words around them, or be laid out like those. */
export function findMixedDirections(container: HTMLElement): readonly string[] {
  const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT)
  const found: string[] = []
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = (node.textContent ?? '').replace(ISOLATED, '')
    const element = node.parentElement
    if (!RIGHT_TO_LEFT.test(text) || element === null || element.closest('svg') !== null) continue
    if (element.closest('[dir="auto"], bdi') === null) found.push(text)
  }
  return found
}
