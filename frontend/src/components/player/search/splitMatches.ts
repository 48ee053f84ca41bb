import { findMatches } from './findMatches.ts'

export interface Span {
  readonly text: string
  readonly isMatch: boolean
}

/** A text, split into pieces that match the search and pieces that don't. */
export function splitMatches(text: string, searched: string): readonly Span[] {
  const spans: Span[] = []
  let position = 0
  for (const { start, end } of findMatches(text, searched)) {
    spans.push({ text: text.slice(position, start), isMatch: false }, { text: text.slice(start, end), isMatch: true })
    position = end
  }
  spans.push({ text: text.slice(position), isMatch: false })
  return spans.filter((span) => span.text !== '')
}
