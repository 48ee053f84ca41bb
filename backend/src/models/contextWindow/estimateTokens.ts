export interface TokenEstimate {
  /** No tokenizer needs fewer. */
  readonly least: number
  /** Hardly any text needs more. */
  readonly most: number
}

/** The characters of a text: letters of alphabets share tokens, other characters need about one each. */
export interface CharacterCounts {
  readonly plain: number
  readonly others: number
}

export function countCharacters(text: string): CharacterCounts {
  let others = 0
  for (const [run] of text.matchAll(/[\u2000-\uffff]+/g)) others += run.length
  return { plain: text.length - others, others }
}

/** How many tokens a text with these characters has. */
export function estimateTokens({ plain, others }: CharacterCounts): TokenEstimate {
  return { least: Math.ceil(plain / 6 + others / 3), most: Math.ceil(plain / 3 + others * 1.2) }
}
