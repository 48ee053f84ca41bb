const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu

export const countWords = (text: string): number => text.match(WORD)?.length ?? 0

/** Whether a text has these words, in this order and whole, in any letter case. */
export function hasPhrase(text: string, phrase: string): boolean {
  return new RegExp(`(?<![\\p{L}\\p{N}])${toPattern(phrase)}(?![\\p{L}\\p{N}])`, 'iu').test(text)
}

/** Whether a text has a word that begins like this, in any letter case. */
export function hasBeginning(text: string, beginning: string): boolean {
  return new RegExp(`(?<![\\p{L}\\p{N}])${toPattern(beginning)}`, 'iu').test(text)
}

const toPattern = (words: string): string =>
  words
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    .join('\\s+')
