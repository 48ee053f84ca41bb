import { takeSentences } from '../story/takeSentences.ts'

/** The longest pin that the server takes. */
export const MAX_PIN = 300
/** A longer list helps nobody: words can be selected instead. */
const MOST = 60

/** The sentences of an answer, without those that are too long for a pin. */
export function sentencesToPin(text: string): readonly string[] {
  const { sentences } = takeSentences(text, 0, false)
  return [...new Set(sentences.filter((sentence) => sentence.length <= MAX_PIN))].slice(0, MOST)
}
