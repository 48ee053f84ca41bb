/** What one code unit of a text is for the matcher: letters, nothing, or a space for all that separates words. */
export function foldUnit(unit: string): string {
  const code = unit.charCodeAt(0)
  if (code < 128) return isAsciiLetter(code) ? unit.toLowerCase() : ' '
  const known = folded.get(code)
  if (known !== undefined) return known
  const made = makeFold(unit)
  folded.set(code, made)
  return made
}

/** At most one entry for each code unit. */
const folded = new Map<number, string>()

const isAsciiLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)

function makeFold(unit: string): string {
  if (/[\uD800-\uDFFF]/.test(unit)) return unit
  if (/[\p{M}\p{Default_Ignorable_Code_Point}]/u.test(unit)) return ''
  const letters = unit
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
  if (letters === '') return ' '
  return IDEOGRAPH.test(unit) ? ` ${letters} ` : letters
}

/** Each is a word of its own: no spaces separate them. */
const IDEOGRAPH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

/** A text as the matcher reads it: words in single spaces, with one before and after. */
export function foldForMatch(text: string): string {
  const units = Array.from({ length: text.length }, (_, index) => foldUnit(text[index] ?? ''))
  return ` ${units.join('')} `.replaceAll(/ {2,}/g, ' ')
}
