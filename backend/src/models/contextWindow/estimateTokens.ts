export interface TokenEstimate {
  /** No tokenizer needs fewer. */
  readonly least: number
  /** Hardly any text needs more. */
  readonly most: number
}

/** How many tokens a text has: letters of alphabets share tokens, other characters need about one each. */
export function estimateTokens(text: string): TokenEstimate {
  let plain = 0
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) < 0x2000) plain += 1
  const others = text.length - plain
  return { least: Math.ceil(plain / 6 + others / 3), most: Math.ceil(plain / 3 + others * 1.2) }
}
