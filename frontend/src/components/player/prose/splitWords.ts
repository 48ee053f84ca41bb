import type { InlineSpan } from './parseInline.ts'

/** One span for each word, with the white space after it; white space before the first word is a span of its own. */
export function splitWords(span: InlineSpan): InlineSpan[] {
  return span.text.split(BEFORE_WORD).flatMap((text) => (text === '' ? [] : [{ ...span, text }]))
}

const BEFORE_WORD = /(?<=\s)(?=\S)/
