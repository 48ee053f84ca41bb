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
    .replace(/\blet's\b/g, 'let us')
    .replace(/\bcan't\b/g, 'can not')
    .replace(/\bwon't\b/g, 'will not')
    .replace(/n't\b/g, ' not')
    .replace(/\b(what|who|where|how|there|it|that|he|she|here)'s\b/g, '$1 is')
    .replace(/'m\b/g, ' am')
    .replace(/'re\b/g, ' are')
    .replace(/'ve\b/g, ' have')
    .replace(/'ll\b/g, ' will')
    .replace(/\b(i|you|he|she|we|they)'d\b/g, '$1 would')
    .replace(/'(s|d)\b/g, '')
    .replace(/'/g, '')
  return plain.match(/[\p{L}\p{N}]+/gu) ?? []
}
