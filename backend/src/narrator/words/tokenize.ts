/** No wish is longer; the limit keeps hostile input cheap. */
const MAX_CHARACTERS = 2000
const MAX_WORDS = 60

/** The words of a text in lowercase, without accents, apostrophes and everything except letters and digits. */
export function tokenize(text: string): string[] {
  return tokenizeAll(text.slice(0, MAX_CHARACTERS)).slice(0, MAX_WORDS)
}

/** Without a limit, for the author's texts. */
export function tokenizeAll(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’‘`]/g, "'")
    .replace(/n't\b/g, ' not')
    .replace(/\b(what|who|where|how|there)'s\b/g, '$1 is')
    .replace(/'(s|m|re|ve|ll|d)\b/g, '')
    .replace(/'/g, '')
  return plain.match(/[\p{L}\p{N}]+/gu) ?? []
}
