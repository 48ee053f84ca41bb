/** A line of a file. */
export interface SourceLine {
  /** From 0. */
  readonly index: number
  readonly start: number
  /** Without its line break. */
  readonly text: string
  /** The number of spaces at its start. */
  readonly indent: number
  /** Whether it has nothing but white space or a comment. */
  readonly isEmpty: boolean
}

export function splitLines(text: string): readonly SourceLine[] {
  const lines: SourceLine[] = []
  let start = 0
  while (start <= text.length) {
    const lineBreak = text.indexOf('\n', start)
    const end = lineBreak === -1 ? text.length : lineBreak
    lines.push(toLine(lines.length, start, text.slice(start, text.charAt(end - 1) === '\r' ? end - 1 : end)))
    start = end + 1
  }
  return lines
}

function toLine(index: number, start: number, text: string): SourceLine {
  let indent = 0
  while (text.charAt(indent) === ' ') indent += 1
  const content = text.slice(indent, indent + 1)
  return { index, start, text, indent, isEmpty: content === '' || content === '#' || text.trim() === '' }
}

/** The line that holds an offset. */
export function lineAt(lines: readonly SourceLine[], offset: number): SourceLine | undefined {
  let low = 0
  let high = lines.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((lines[middle]?.start ?? Infinity) <= offset) low = middle
    else high = middle - 1
  }
  return lines[low]
}
