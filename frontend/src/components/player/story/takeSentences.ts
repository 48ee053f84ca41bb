interface Taken {
  readonly sentences: readonly string[]
  /** How much of the text has been taken now. */
  readonly length: number
}

/** The whole sentences of a growing text that were not taken yet; what is left over counts when no more comes. */
export function takeSentences(text: string, taken: number, mayGrow: boolean): Taken {
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
