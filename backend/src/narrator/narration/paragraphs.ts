import { withoutIds } from '../prose/withoutIds.ts'

/** A text of paragraphs, each of sentences; what is empty is left out. A story that says nothing at all gets one line. */
export function toText(paragraphs: readonly (readonly string[])[]): string {
  const told = paragraphs
    .map((sentences) =>
      sentences
        .map((sentence) => sentence.trim())
        .filter((sentence) => sentence !== '')
        .join(' '),
    )
    .filter((paragraph) => paragraph !== '')
    .map(withoutIds)
  return told.length > 0 ? told.join('\n\n') : 'There is nothing to tell here.'
}

export type Paragraphs = readonly (readonly string[])[]
