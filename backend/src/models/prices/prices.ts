import { z } from 'zod'

/** More than any model costs, in any currency. */
const MOST = 1_000_000

const amount = z
  .number('Enter a number.')
  .min(0, { error: 'A price is zero or more.' })
  .max(MOST, { error: `A price is at most ${MOST.toLocaleString('en-US')}.` })

const CURRENCIES = new Set(Intl.supportedValuesOf('currency'))

/** What a million tokens cost. */
export const Prices = z
  .object({
    currency: z
      .string()
      .trim()
      .toUpperCase()
      .refine((code) => CURRENCIES.has(code), {
        error: 'Enter the code of a currency, such as USD or EUR.',
      })
      .describe('ISO 4217'),
    input: amount,
    cachedInput: amount
      .nullable()
      .default(null)
      .describe('For tokens read from a cache; null if they cost as much as others'),
    cacheWrite: amount
      .nullable()
      .default(null)
      .describe('For tokens written to a cache; null if they cost as much as others'),
    output: amount.describe('Also for thinking'),
  })
  .meta({ id: 'Prices' })
export type Prices = z.infer<typeof Prices>

/** Who says so: the person who set the model up, its provider, or the table of this version. */
export const PRICE_SOURCES = ['own', 'provider', 'table'] as const
export type PriceSource = (typeof PRICE_SOURCES)[number]

export interface KnownPrices {
  readonly prices: Prices
  readonly source: PriceSource
}
