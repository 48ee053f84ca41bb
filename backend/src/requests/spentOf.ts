import { toAmount } from '../budgets/budget.ts'
import type { Settlement } from '../budgets/budgetStore.ts'
import { errorCodes } from '../errorCodes.ts'
import type { StoredRequest } from './storedRequest.ts'

/** How a request ended. */
interface Ended {
  /** Null without a response. */
  readonly status: number | null
  /** Why there is no response. */
  readonly failure: unknown
}

export const NOTHING: Settlement['spent'] = { money: 0, tokens: 0 }

/** What a request has spent. A provider that counted nothing may have charged for the worst case. */
export function spentOf(
  { status, failure }: Ended,
  { usage, cost }: Pick<StoredRequest, 'usage' | 'cost'>,
): Settlement['spent'] {
  const isRefused = status !== null && status >= 400
  if (isRefused || neverArrived(failure)) return NOTHING
  const { inputTokens = null, outputTokens = null } = usage ?? {}
  // No prompt has no tokens.
  const isCounted = inputTokens !== null && inputTokens > 0 && outputTokens !== null
  if (!isCounted) return { money: null, tokens: null }
  return { money: cost === null ? null : toAmount('money', cost), tokens: inputTokens + outputTokens }
}

/** Without a connection, a provider has received nothing. */
const neverArrived = (failure: unknown): boolean => errorCodes(failure).some((code) => NOT_CONNECTED.has(code))

const NOT_CONNECTED: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'forbidden-host',
])
