import { pricesText } from '../../text/prices.ts'
import type { Prices } from '../../types/api.ts'

/** As they are typed. */
export type PriceValues = Readonly<Record<'currency' | 'input' | 'output' | 'cachedInput' | 'cacheWrite', string>>

export function toPriceValues(prices: Prices | null): PriceValues {
  const text = (amount: number | null | undefined): string => (amount == null ? '' : String(amount))
  return {
    currency: prices?.currency ?? 'USD',
    input: text(prices?.input),
    output: text(prices?.output),
    cachedInput: text(prices?.cachedInput),
    cacheWrite: text(prices?.cacheWrite),
  }
}

interface ReadPrices {
  /** Null if one of them is no number. */
  readonly prices: Prices | null
  readonly errors: Readonly<Record<string, string>>
}

export function readPrices(values: PriceValues): ReadPrices {
  const errors: Record<string, string> = {}
  const read = (name: 'input' | 'output' | 'cachedInput' | 'cacheWrite', isOptional: boolean): number | null => {
    const text = values[name].trim().replace(',', '.')
    if (text === '' && isOptional) return null
    const amount = text === '' ? Number.NaN : Number(text)
    if (Number.isFinite(amount)) return amount
    errors[name] = pricesText('field.number')
    return null
  }
  const input = read('input', false)
  const output = read('output', false)
  const cachedInput = read('cachedInput', true)
  const cacheWrite = read('cacheWrite', true)
  if (input === null || output === null || Object.keys(errors).length > 0) return { prices: null, errors }
  return { prices: { currency: values.currency.trim().toUpperCase(), input, output, cachedInput, cacheWrite }, errors }
}
