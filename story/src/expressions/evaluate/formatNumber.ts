/** The shortest decimal form, without an exponent: `0.5`, `1000000000000000000000`. */
export function formatNumber(value: number): string {
  const [digits = '', exponent] = String(value).split('e')
  return exponent === undefined ? digits : shiftPoint(digits, Number(exponent))
}

/** Writes `digits` times a power of ten without an exponent. The point lies outside the digits. */
function shiftPoint(digits: string, exponent: number): string {
  const sign = digits.startsWith('-') ? '-' : ''
  const [whole = '', fraction = ''] = digits.replace('-', '').split('.')
  return exponent > 0
    ? `${sign}${whole}${fraction.padEnd(exponent, '0')}`
    : `${sign}0.${'0'.repeat(-exponent - whole.length)}${whole}${fraction}`
}
