/** Reduces links and images to their label. Looks at each character a constant number of times. */
export function withoutLinks(text: string): string {
  const findLabelEnd = createFinder(text, (character) => character === ']' || character === '\n')
  const findAddressEnd = createFinder(text, (character) => character === ')' || SPACE.test(character))
  let found = ''
  let from = 0
  let next = 0
  for (let open = text.indexOf('['); open !== -1; open = text.indexOf('[', next)) {
    next = open + 1
    const close = findLabelEnd(open + 1)
    if (!text.startsWith('](', close)) continue
    const end = findAddressEnd(close + 2)
    if (text.charAt(end) !== ')') continue
    const isImage = open > from && text.charAt(open - 1) === '!'
    found += text.slice(from, isImage ? open - 1 : open) + text.slice(open + 1, close)
    from = end + 1
    next = from
  }
  return found + text.slice(from)
}

const SPACE = /\s/

/** Finds the next wanted character. The positions that are asked for must not decrease. */
function createFinder(text: string, isWanted: (character: string) => boolean): (from: number) => number {
  let at = -1
  return (from) => {
    if (at >= from) return at
    at = from
    while (at < text.length && !isWanted(text.charAt(at))) at += 1
    return at
  }
}
