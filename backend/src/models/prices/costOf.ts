import type { Usage } from '../../messages/modelSnapshot.ts'
import type { Prices } from './prices.ts'

const MILLION = 1_000_000
/** Of a unit of the currency. */
const PRECISION = 1e9

/** What a request costs; null if its provider did not count input and output. */
export function costOf(usage: Usage | null, { input, cachedInput, cacheWrite, output }: Prices): number | null {
  if (usage?.inputTokens == null || usage.outputTokens === null) return null
  const cached = Math.min(usage.cachedInputTokens ?? 0, usage.inputTokens)
  const written = Math.min(usage.cacheWriteTokens ?? 0, usage.inputTokens - cached)
  const fresh = usage.inputTokens - cached - written
  const cost =
    fresh * input + cached * (cachedInput ?? input) + written * (cacheWrite ?? input) + usage.outputTokens * output
  return Math.round((cost / MILLION) * PRECISION) / PRECISION
}
