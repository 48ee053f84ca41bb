/**
 * A player's text as data in quotation marks that it cannot close, in one line: it opens no heading, no fence and no
 * list of ours. Null if nothing remains.
 */
export function quotePlayerText(text: string | null, maxLength: number): string | null {
  const line = (text ?? '')
    .replaceAll(/["“”„‟«»]/g, "'")
    .replaceAll('`', "'")
    .replaceAll(/[\p{Cc}\p{Cs}\s\u202A-\u202E\u2066-\u2069]+/gu, ' ')
    .trim()
  const bounded = line
    .slice(0, maxLength)
    .replace(/\p{Cs}$/u, '')
    .trim()
  return bounded === '' ? null : `"${bounded}"`
}
