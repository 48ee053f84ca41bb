/** The sentences of a text, each with its full stop; what is said in quotes is not taken apart. */
export function splitSentences(text: string): string[] {
  const sentences: string[] = []
  let isOpen = false
  for (const piece of text.split(SENTENCE_END).map((part) => part.trim())) {
    const last = isOpen ? sentences.pop() : undefined
    if (piece !== '') sentences.push(last === undefined ? piece : `${last} ${piece}`)
    else if (last !== undefined) sentences.push(last)
    isOpen = hasOpenQuote(sentences.at(-1) ?? '')
  }
  return sentences
}

const SENTENCE_END = /(?<=[.!?…]["”’')\]]*)(?<!\b(?:Mr|Mrs|Ms|Dr|St|No)\.)\s+(?=["“‘'([*]?[\p{Lu}\p{N}])/u

function hasOpenQuote(text: string): boolean {
  const count = (mark: RegExp) => text.match(mark)?.length ?? 0
  return count(/"/g) % 2 === 1 || count(/“/g) > count(/”/g)
}

/** A text as a sentence: a capital first, a full stop last. */
export function toSentence(text: string): string {
  const trimmed = text.trim()
  if (trimmed === '') return ''
  const started = capitalise(trimmed)
  return /[.!?…:;,]["”’')\]*_]*$/.test(started) ? started.replace(/[:;,]$/, '.') : `${started}.`
}

export function capitalise(text: string): string {
  return text.replace(/^["“‘'([*_]*\p{Ll}/u, (start) => start.toUpperCase())
}

export function lowerFirst(text: string): string {
  return text.replace(/^\p{Lu}(?!\p{Lu})/u, (letter) => letter.toLowerCase())
}
