import { toLine } from '../format/diagnostics/toLine.ts'

/** A part of an author's file in quotes, on one line and short enough for a sentence. */
export function quoteSource(text: string): string {
  const line = toLine(text)
  return line.length > MAX_QUOTED ? `"${line.slice(0, MAX_QUOTED)}…"` : `"${line}"`
}

const MAX_QUOTED = 80
