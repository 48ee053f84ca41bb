import type { ModelProvider } from '../../providers.ts'
import type { Prices } from './prices.ts'

/** When the prices of the table were last compared with public price lists. They may have changed since. */
export const PRICE_TABLE_DATE = '2026-06'

/** The page where each provider shows its prices. */
export const PRICE_PAGES: Partial<Readonly<Record<ModelProvider, string>>> = {
  anthropic: 'https://www.anthropic.com/pricing',
  deepseek: 'https://api-docs.deepseek.com/quick_start/pricing',
  google: 'https://ai.google.dev/gemini-api/docs/pricing',
  mistral: 'https://mistral.ai/pricing',
  openai: 'https://openai.com/api/pricing',
  openrouter: 'https://openrouter.ai/models',
  xai: 'https://docs.x.ai/docs/models',
}

type Row = readonly [name: RegExp, input: number, cachedInput: number | null, cacheWrite: number | null, output: number]

/**
 * US dollars for a million tokens. Only well-known models whose price is the same at every hour and length of a
 * request: the first pattern that matches the name counts.
 */
const TABLE: Partial<Readonly<Record<ModelProvider, readonly Row[]>>> = {
  anthropic: [
    [/^claude-opus-4-[5-8](-2|$)/, 5, 0.5, 6.25, 25],
    [/^claude-opus-4(-0|-1|-2025|$)/, 15, 1.5, 18.75, 75],
    [/^claude-(sonnet-4(-0|-[56](-2|$)|-2025|$)|3-7-sonnet|3-5-sonnet)/, 3, 0.3, 3.75, 15],
    [/^claude-haiku-4-5(-2|$)/, 1, 0.1, 1.25, 5],
    [/^claude-3-5-haiku/, 0.8, 0.08, 1, 4],
    [/^claude-3-haiku/, 0.25, 0.03, 0.3, 1.25],
    [/^claude-3-opus/, 15, 1.5, 18.75, 75],
  ],
  google: [
    [/^gemini-2\.5-flash(-\d+)?$/, 0.3, 0.03, null, 2.5],
    [/^gemini-2\.5-flash-lite(-\d+)?$/, 0.1, 0.01, null, 0.4],
    [/^gemini-2\.0-flash(-\d+)?$/, 0.1, 0.025, null, 0.4],
  ],
  openai: [
    [/^gpt-5-nano(-2025|$)/, 0.05, 0.005, null, 0.4],
    [/^gpt-5-mini(-2025|$)/, 0.25, 0.025, null, 2],
    [/^gpt-5(\.1)?(-2025|$)/, 1.25, 0.125, null, 10],
    [/^gpt-5\.2(-2025|$)/, 1.75, 0.175, null, 14],
    [/^gpt-4\.1-nano/, 0.1, 0.025, null, 0.4],
    [/^gpt-4\.1-mini/, 0.4, 0.1, null, 1.6],
    [/^gpt-4\.1/, 2, 0.5, null, 8],
    [/^gpt-4o-mini(-\d{4}|$)/, 0.15, 0.075, null, 0.6],
    [/^gpt-4o(-2024-(08|11)|$)/, 2.5, 1.25, null, 10],
    [/^o4-mini(-2025|$)/, 1.1, 0.275, null, 4.4],
    [/^o3(-2025|$)/, 2, 0.5, null, 8],
  ],
}

/** Null for a model that is not in the table. */
export function findTablePrices(provider: ModelProvider, modelName: string): Prices | null {
  const row = TABLE[provider]?.find(([name]) => name.test(modelName))
  if (row === undefined) return null
  const [, input, cachedInput, cacheWrite, output] = row
  return { currency: 'USD', input, cachedInput, cacheWrite, output }
}
