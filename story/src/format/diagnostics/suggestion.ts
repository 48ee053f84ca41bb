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
  return written.length > LONGEST ? otherwise : didYouMean(written, among, otherwise)
}

const LONGEST = 64
