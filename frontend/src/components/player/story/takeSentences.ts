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

  for (const { index, 0: end } of text.slice(taken).matchAll(SENTENCE_END)) takeTo(taken + index + end.length)
  if (!mayGrow) takeTo(text.length)
  return { sentences, length }
}

const SENTENCE_END = /[.!?…]["'”’»)*_]*\s+|\n+/g
const MARKS = /[*_#>]+/g
