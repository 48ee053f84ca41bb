import { withoutIds } from '../prose/withoutIds.ts'

/** Joins sentences to paragraphs and paragraphs to a text, without the empty ones. A story without any text gets one line. */
export function toText(paragraphs: readonly (readonly string[])[]): string {
  const texts = paragraphs
    .map((sentences) =>
      sentences
        .map((sentence) => sentence.trim())
        .filter((sentence) => sentence !== '')
        .join(' '),
    )
    .filter((paragraph) => paragraph !== '')
    .map(withoutIds)
  return texts.length > 0 ? texts.join('\n\n') : 'There is nothing here.'
}

export type Paragraphs = readonly (readonly string[])[]
