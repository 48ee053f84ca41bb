import { withoutIds } from '../prose/withoutIds.ts'

/** Joins sentences to paragraphs and paragraphs to a text, without the empty ones. A story without any text gets one line. */
export function toText(paragraphs: Paragraphs): string {
  const texts = paragraphs.map(toParagraph).filter((paragraph) => paragraph !== '')
  return texts.length > 0 ? texts.join('\n\n') : 'There is nothing here.'
}

/** A paragraph of sentences, or the author's own words, which are printed as they are. */
export type Paragraphs = readonly (readonly string[] | AuthorsWords)[]

export interface AuthorsWords {
  readonly words: string
}

export function toAuthorsWords(texts: readonly string[]): readonly AuthorsWords[] {
  return texts.map((words) => ({ words }))
}

function toParagraph(paragraph: Paragraphs[number]): string {
  if ('words' in paragraph) return paragraph.words.trim()
  const sentences = paragraph.map((sentence) => sentence.trim()).filter((sentence) => sentence !== '')
  return withoutIds(sentences.join(' '))
}
