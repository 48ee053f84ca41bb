/** A summary has one paragraph for each time that it was continued, the oldest first. */
export const paragraphsOf = (text: string): readonly string[] =>
  text
    .split(LINE_END)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')

export const joinParagraphs = (paragraphs: readonly string[]): string => paragraphs.join('\n\n')

/** All that a model may read as the end of a line. */
const LINE_END = /[\n\r\v\f\u0085\u2028\u2029]/

/**
 * The newest paragraphs that fit, at least the beginning of the last one; empty if there are none. None of them can
 * begin a section of the request or a fence, whoever wrote it.
 */
export function fitSummary(text: string, maxBytes: number): string {
  const paragraphs = paragraphsOf(text)
    .map((paragraph) => paragraph.replace(MARKS, ''))
    .filter((paragraph) => paragraph !== '')
  if (paragraphs.length === 0) return ''
  for (let from = 0; from < paragraphs.length; from += 1) {
    const rest = joinParagraphs(paragraphs.slice(from))
    if (Buffer.byteLength(rest) <= maxBytes) return rest
  }
  return cutBytes(paragraphs.at(-1) ?? '', maxBytes)
}

const MARKS = /^[#`~\s]+/

/** The beginning of a text, without half of a character. */
function cutBytes(text: string, maxBytes: number): string {
  const cut = Buffer.from(text).subarray(0, Math.max(0, maxBytes - ELLIPSIS_BYTES))
  return maxBytes < ELLIPSIS_BYTES ? '' : `${cut.toString().replace(/\uFFFD$/, '')}…`
}

const ELLIPSIS_BYTES = 3
