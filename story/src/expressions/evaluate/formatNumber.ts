/**
 * The decimal form of a number in text, without an exponent and without the rounding errors of binary fractions: `0.1 +
 * 0.2` is `0.3`. Whole numbers are exact. The state keeps every number as it was calculated.
 */
export function formatNumber(value: number): string {
  const [digits = '', exponent] = String(withoutRoundingError(value)).split('e')
  return exponent === undefined ? digits : shiftPoint(digits, Number(exponent))
}

/** A fraction that is a short number but for rounding errors becomes that number. */
function withoutRoundingError(value: number): number {
  if (Number.isInteger(value) || !Number.isFinite(value)) return value
  if (Math.abs(value) < ROUNDING_ERROR) return 0
  const short = Number(value.toPrecision(SHORT_DIGITS))
  return Math.abs(short - value) <= Math.abs(value) * ROUNDING_ERROR ? short : Number(value.toPrecision(EXACT_DIGITS))
}

/** What thousands of additions can add up to. */
const ROUNDING_ERROR = 1e-12
const SHORT_DIGITS = 9
/** So many digits survive from decimal to binary and back. */
const EXACT_DIGITS = 15

/** Writes `digits` times a power of ten without an exponent. The point lies outside the digits. */
function shiftPoint(digits: string, exponent: number): string {
  const sign = digits.startsWith('-') ? '-' : ''
  const [whole = '', fraction = ''] = digits.replace('-', '').split('.')
  return exponent > 0
    ? `${sign}${whole}${fraction.padEnd(exponent, '0')}`
    : `${sign}0.${'0'.repeat(-exponent - whole.length)}${whole}${fraction}`
}
