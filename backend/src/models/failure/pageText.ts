/** The text of a web page, without markup. Reads each character once, whatever it is given. */
export function pageText(page: string): string {
  const pieces: string[] = []
  let position = 0
  while (position < page.length) {
    const start = page.indexOf('<', position)
    const end = start === -1 ? -1 : page.indexOf('>', start)
    if (end === -1) {
      pieces.push(page.slice(position, start === -1 ? undefined : start))
      break
    }
    pieces.push(page.slice(position, start))
    position = endOfElement(page, start, end)
  }
  return withoutRepeatedTitle(decodeEntities(pieces.join(' ')).replaceAll(/\s+/g, ' ').trim())
}

/** The position after a tag, or after the whole element if its content is no text. */
function endOfElement(page: string, start: number, end: number): number {
  const name = /^<(script|style)\b/i.exec(page.slice(start, start + 8))?.[1]?.toLowerCase()
  if (name === undefined) return end + 1
  const close = page.indexOf(`</${name}`, end)
  if (close === -1) return page.length
  const closeEnd = page.indexOf('>', close)
  return closeEnd === -1 ? page.length : closeEnd + 1
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#39': "'",
  '#x27': "'",
  nbsp: ' ',
  middot: '·',
  hellip: '…',
}

const decodeEntities = (text: string): string =>
  text.replaceAll(/&(#?\w{2,6});/g, (entity, name: string) => ENTITIES[name.toLowerCase()] ?? entity)

const LONGEST_TITLE = 120

/** Most error pages have one heading twice, as the title and above the text. */
function withoutRepeatedTitle(text: string): string {
  for (let length = Math.min(LONGEST_TITLE, Math.floor(text.length / 2)); length > 3; length -= 1) {
    if (text[length] === ' ' && text.startsWith(text.slice(0, length), length + 1)) return text.slice(length + 1)
  }
  return text
}
