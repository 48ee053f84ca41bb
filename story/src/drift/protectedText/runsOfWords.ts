import { DETERMINERS, PREPOSITIONS } from '../sentences/modalWords.ts'
import type { KnownText } from '../world/knownText.ts'

/** All runs of so many words. */
export function listRuns(words: readonly string[], length: number): readonly (readonly string[])[] {
  return words.slice(0, Math.max(0, words.length - length + 1)).map((_, index) => words.slice(index, index + length))
}

/** Whether so many words of a run are in nothing that was sent, nor the run itself. */
export function isUnsent(run: readonly string[], known: KnownText, rare: number): boolean {
  return run.filter((word) => isRare(word, known)).length >= rare && !known.folded.includes(` ${run.join(' ')} `)
}

function isRare(word: string, { words }: KnownText): boolean {
  return word.length > 2 && !words.has(word) && !PREPOSITIONS.has(word) && !DETERMINERS.has(word) && !COMMON.test(word)
}

const COMMON =
  /^(?:is|are|was|were|has|had|have|not|and|but|you|she|him|they|them|who|what|when|where|how|will|would|can|could|said|says|one|two|very|there|here|then|than|been|only|just|more|most|all|nothing|something|still|again|never|ever|always|well|too|also|does|did|about)$/
