import type { InlineSpan } from './parseInline.ts'

/** One span for each word, with the white space around it. */
export function splitWords(span: InlineSpan): InlineSpan[] {
  return (span.text.match(WORDS) ?? []).map((text) => ({ ...span, text }))
}

const WORDS = /\s*\S+\s*|\s+/g
