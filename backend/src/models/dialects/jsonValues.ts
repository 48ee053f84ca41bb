/** Consecutive JSON values in a text, as far as they can be told apart without parsing them. */
export interface JsonValues {
  readonly values: readonly string[]
  /** The text ends within a value. */
  readonly isCut: boolean
  /** There is something else between the values. */
  readonly hasOther: boolean
}

/** Splits a text into its objects, lists and strings, in one pass. */
export function splitJson(text: string): JsonValues {
  const values: string[] = []
  let hasOther = false
  for (let start = 0; start < text.length;) {
    const first = text[start] ?? ''
    if (!'{["'.includes(first)) {
      hasOther ||= first.trim() !== ''
      start += 1
      continue
    }
    const end = first === '"' ? endOfString(text, start) : endOfStructure(text, start)
    if (end === -1) return { values, isCut: true, hasOther }
    values.push(text.slice(start, end))
    start = end
  }
  return { values, isCut: false, hasOther }
}

function endOfStructure(text: string, start: number): number {
  let depth = 0
  for (let at = start; at < text.length; at += 1) {
    const sign = text[at]
    if (sign === '"') {
      const end = endOfString(text, at)
      if (end === -1) return -1
      at = end - 1
    } else if (sign === '{' || sign === '[') depth += 1
    else if (sign === '}' || sign === ']') {
      depth -= 1
      if (depth === 0) return at + 1
    }
  }
  return -1
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === '"') return at + 1
  }
  return -1
}
