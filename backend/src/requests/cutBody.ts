/** The arrays whose elements change or join from one request to the next, by their path in a body. */
const CUT_ARRAYS: ReadonlySet<string> = new Set([
  '.messages',
  '.input',
  '.contents',
  '.system',
  '.tools',
  '.tools[].functionDeclarations',
  '.systemInstruction.parts',
])

const DEEPEST = Math.max(...[...CUT_ARRAYS].map((path) => path.split(/\.|\[/).length))

const QUOTE = 34
const COMMA = 44
const COLON = 58
const OPEN_LIST = 91
const BACKSLASH = 92
const CLOSE_LIST = 93
const OPEN_OBJECT = 123
const CLOSE_OBJECT = 125

interface Container {
  readonly isList: boolean
  readonly path: string
  /** Whether it is cut at the borders of its elements. */
  readonly isCut: boolean
  /** The name of the field whose value comes next. */
  field: string
}

/**
 * Cuts the JSON of a request at the borders of its messages and tools, so that what two requests have in common is in
 * the same pieces. A piece in a list begins with the comma before its element. Joined, the pieces are the text again.
 */
export function cutBody(body: string): readonly string[] {
  const pieces: string[] = []
  const open: Container[] = []
  let from = 0
  const cut = (at: number): void => {
    if (at > from) pieces.push(body.slice(from, at))
    from = at
  }
  for (let at = 0; at < body.length; at += 1) {
    const code = body.charCodeAt(at)
    const inside = open.at(-1)
    if (code === QUOTE) {
      const end = findEndOfText(body, at)
      if (inside?.isList === false && body.charCodeAt(end + 1) === COLON && open.length <= DEEPEST) {
        inside.field = body.slice(at + 1, end)
      }
      at = end
    } else if (code === OPEN_LIST || code === OPEN_OBJECT) {
      const path = pathIn(inside, open.length)
      const isCut = code === OPEN_LIST && CUT_ARRAYS.has(path)
      open.push({ isList: code === OPEN_LIST, path, isCut, field: '' })
      if (isCut) cut(at + 1)
    } else if (code === CLOSE_LIST || code === CLOSE_OBJECT) {
      if (inside?.isCut === true) cut(at)
      open.pop()
    } else if (code === COMMA && inside?.isCut === true) cut(at)
  }
  cut(body.length)
  return pieces
}

/** Empty below the deepest array that is cut. */
function pathIn(inside: Container | undefined, depth: number): string {
  if (inside === undefined || depth > DEEPEST) return ''
  return inside.isList ? `${inside.path}[]` : `${inside.path}.${inside.field}`
}

/** The index of the quotation mark that ends the text which begins at `start`. */
function findEndOfText(body: string, start: number): number {
  for (let end = body.indexOf('"', start + 1); end !== -1; end = body.indexOf('"', end + 1)) {
    let backslashes = 0
    while (body.charCodeAt(end - 1 - backslashes) === BACKSLASH) backslashes += 1
    if (backslashes % 2 === 0) return end
  }
  return body.length
}
