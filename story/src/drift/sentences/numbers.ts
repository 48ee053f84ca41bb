const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

const SMALL: ReadonlyMap<string, number> = new Map([
  ...UNITS.map((word, index) => [word, index] as const),
  ...TENS.map((word, index) => [word, 20 + 10 * index] as const),
])

/** A number in words or digits, at the beginning of these words; null if there is none. */
export function readNumber(words: readonly string[]): { readonly value: number; readonly length: number } | null {
  let total = 0
  let part: number | null = null
  let length = 0
  for (const word of words.slice(0, MAX_WORDS)) {
    const small = smallNumber(word)
    if (small !== null && (part === null || (part >= 20 && part % 10 === 0 && small < 10) || part % 100 === 0))
      part = (part ?? 0) + small
    else if (word === 'hundred') part = (part ?? 1) * 100
    else if (word === 'thousand') [total, part] = [total + (part ?? 1) * 1000, 0]
    else if (word !== 'and' || part === null || part % 100 !== 0 || smallNumber(words[length + 1] ?? '') === null) break
    length += 1
  }
  return part === null ? null : { value: total + part, length }
}

const MAX_WORDS = 8

function smallNumber(word: string): number | null {
  if (/^\d{1,7}$/.test(word)) return Number(word)
  const known = SMALL.get(word)
  if (known !== undefined) return known
  const [tens = '', unit = '', rest] = word.split('-')
  const [first, second] = [SMALL.get(tens), SMALL.get(unit)]
  if (first === undefined || second === undefined || rest !== undefined || first < 20 || second > 9) return null
  return first + second
}
