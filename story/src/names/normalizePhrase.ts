/** The words of a text in lowercase, separated by single spaces; empty for a text without letters and digits. */
export function normalizePhrase(text: string): string {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
  return words.filter((word) => word !== '').join(' ')
}
