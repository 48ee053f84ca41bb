/** Splits a text into sentences with their full stops; a quotation stays whole. */
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

const SENTENCE_END = /(?<=[.!?…]["”’')\]]{0,4})(?<!\b(?:Mr|Mrs|Ms|Dr|St|No)\.)\s+(?=["“‘'([*]?[\p{Lu}\p{N}])/u

function hasOpenQuote(text: string): boolean {
  const count = (mark: RegExp) => text.match(mark)?.length ?? 0
  return count(/"/g) % 2 === 1 || count(/“/g) > count(/”/g)
}

/** Adds a capital at the start and a full stop at the end. */
export function toSentence(text: string): string {
  const trimmed = text.trim()
  if (trimmed === '') return ''
  const capitalized = capitalize(trimmed)
  return /[.!?…:;,]["”’')\]*_]*$/.test(capitalized) ? capitalized.replace(/[:;,]$/, '.') : `${capitalized}.`
}

export function capitalize(text: string): string {
  return text.replace(/^["“‘'([*_]*\p{Ll}/u, (start) => start.toUpperCase())
}

export function lowerFirst(text: string): string {
  return text.replace(/^\p{Lu}(?!\p{Lu})/u, (letter) => letter.toLowerCase())
}
