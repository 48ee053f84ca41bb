/** Without case and diacritics, in compatibility forms: what people read as the same letters. */
export function foldText(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
