import { describeLookAlike, firstLookAlike, hintForLookAlike } from '../../names/lookAlikes.ts'
import { didYouMean } from '../../names/nearest.ts'

/** A hint with the most similar name, which is searched for only if the diagnostic is kept. */
export interface Suggestion {
  readonly written: string
  readonly among: Iterable<string>
  /** The hint if no name is similar. */
  readonly otherwise: string
}

export function suggest(written: string, among: Iterable<string>, otherwise: string): Suggestion {
  return { written, among, otherwise }
}

export function suggestionText({ written, among, otherwise }: Suggestion): string {
  if (written.length > LONGEST) return otherwise
  const lookAlike = firstLookAlike(written)
  if (lookAlike === undefined) return didYouMean(written, among, otherwise)
  return `It contains ${describeLookAlike(lookAlike)}. ${hintForLookAlike(lookAlike)}`
}

const LONGEST = 64
