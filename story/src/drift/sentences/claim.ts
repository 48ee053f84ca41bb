import type { Sentence, Token } from './prose.ts'

/** Something that the text says happens or is so now. */
export interface Claim {
  readonly sentence: Sentence
  /** The position of the verb in the tokens of the sentence. */
  readonly at: number
  /** `take` */
  readonly verb: string
  readonly isDenied: boolean
}

/** The tokens after the verb, up to the end of its clause. */
export function afterVerb({ sentence, at }: Claim, length = 14): readonly Token[] {
  const rest = sentence.tokens.slice(at + 1, at + 1 + length)
  const end = rest.findIndex(({ text, isWord }, index) => (!isWord && BREAKS.has(text)) || isNewClause(rest, index))
  return end === -1 ? rest : rest.slice(0, end)
}

const BREAKS: ReadonlySet<string> = new Set([',', ';', ':', '.', '!', '?', '…', '—', '–', '(', ')'])

/** `and` with a verb, not `and` between two things. */
function isNewClause(tokens: readonly Token[], index: number): boolean {
  const text = tokens[index]?.text
  if (text === 'but' || text === 'while' || text === 'because') return true
  const next = tokens[index + 1]?.text ?? ''
  return text === 'and' && /^(?:you|i|he|she|it|they|we|then)$/.test(next)
}
