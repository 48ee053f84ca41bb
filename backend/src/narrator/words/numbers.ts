/** The whole number at a position, in digits or in words, and its length in words; null if there is none. */
export function readNumber(words: readonly string[], from: number): { value: number; length: number } | null {
  const first = words[from] ?? ''
  if (/^\d{1,9}$/.test(first)) return { value: Number(first), length: 1 }
  const small = SMALL.get(first)
  const ten = TENS.get(first)
  const unit = SMALL.get(words[from + 1] ?? '')
  if (ten !== undefined) {
    return unit !== undefined && unit > 0 && unit < 10 ? { value: ten + unit, length: 2 } : { value: ten, length: 1 }
  }
  const scale = SCALES.get(words[from + 1] ?? '')
  if (scale !== undefined && (small !== undefined || first === 'a')) return { value: (small ?? 1) * scale, length: 2 }
  const bare = SCALES.get(first)
  if (bare !== undefined) return { value: bare, length: 1 }
  return small === undefined ? null : { value: small, length: 1 }
}

/** "two" for 2; numbers above twenty stay digits. */
export function numberInWords(value: number): string {
  return NAMES[value] ?? String(value)
}

const NAMES = (
  'no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
  'eighteen nineteen twenty'
).split(' ')
const SMALL: ReadonlyMap<string, number> = new Map([
  ...NAMES.map((name, value): [string, number] => [name, value]).slice(1),
  ['zero', 0],
  ['none', 0],
  ['single', 1],
  ['once', 1],
  ['twice', 2],
  ['couple', 2],
  ['both', 2],
])
const TENS: ReadonlyMap<string, number> = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((name, index) => [name, 10 * (index + 2)]),
)
const SCALES: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1000],
])
