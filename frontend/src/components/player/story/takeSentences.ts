interface TakenSentences {
  readonly sentences: readonly string[]
  /** How much of the text has been taken in total. */
  readonly length: number
}

/** The complete sentences after the first `taken` characters, and the rest if the text can't grow any more. */
export function takeSentences(text: string, taken: number, mayGrow: boolean): TakenSentences {
  const sentences: string[] = []
  let length = taken

  function takeTo(end: number) {
    const sentence = text.slice(length, end).replace(MARKS, '').trim()
    if (sentence !== '') sentences.push(sentence)
    length = end
  }

  for (const { index, 0: end } of text.slice(taken).matchAll(SENTENCE_END)) {
    const [start, next] = [taken + index, taken + index + end.length]
    if (endsSentence(text.slice(length, start), end, text.slice(next), mayGrow)) takeTo(next)
  }
  if (!mayGrow) takeTo(text.length)
  return { sentences, length }
}

const SENTENCE_END = /[.!?…]["'”’»)*_]*\s+|\n+/g
const MARKS = /[*_#>]+/g

/** Lines end sentences; periods after abbreviations and initials do not, nor do those before a small letter. */
function endsSentence(before: string, end: string, after: string, mayGrow: boolean): boolean {
  if (!/^[.…]/.test(end) || end.includes('\n')) return true
  const isEllipsis = end.startsWith('…') || before.endsWith('..')
  if (isEllipsis && mayGrow && after === '') return false
  if (/^\p{Ll}/u.test(after)) return false
  return isEllipsis || !ABBREVIATION.test(before)
}

/** A title, a short form such as `e.g.`, or an initial other than the word `I`. */
const ABBREVIATION =
  /(?:^|[\s("'“‘—–-])(?:Mrs?|Ms|Mx|Dr|St|Prof|Rev|Fr|Capt|Lt|Col|Gen|Sgt|Jr|Sr|Mt|vs|cf|No|\p{L}\.\p{L}|[A-HJ-Z])$/u
