import { withoutIds } from '../prose/withoutIds.ts'

/** Joins sentences to paragraphs and paragraphs to a text, without the empty ones. A story without any text gets one line. */
export function toText(paragraphs: Paragraphs): string {
  const texts = paragraphs.map(toParagraph).filter((paragraph) => paragraph !== '')
  return texts.length > 0 ? texts.join('\n\n') : 'There is nothing here.'
}

/** A paragraph of sentences, or the author's own words, which are printed as they are. */
export type Paragraphs = readonly (readonly string[] | Verbatim)[]

export interface Verbatim {
  readonly verbatim: string
}

export function toVerbatim(texts: readonly string[]): readonly Verbatim[] {
  return texts.map((verbatim) => ({ verbatim }))
}

function toParagraph(paragraph: Paragraphs[number]): string {
  if ('verbatim' in paragraph) return paragraph.verbatim.trim()
  const sentences = paragraph.map((sentence) => sentence.trim()).filter((sentence) => sentence !== '')
  return withoutIds(sentences.join(' '))
}
