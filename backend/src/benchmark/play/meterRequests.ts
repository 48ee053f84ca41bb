import type { Usage } from '../../messages/modelSnapshot.ts'
import { costOf } from '../../models/prices/costOf.ts'
import type { KnownPrices } from '../../models/prices/prices.ts'
import type { RequestLog } from '../../models/transport/requestLog.ts'

/** What requests used. Null is unknown: of one of them, the provider reported nothing, or the price is not known. */
export interface Spent {
  readonly requests: number
  readonly inputTokens: number | null
  readonly outputTokens: number | null
  readonly cost: number | null
  readonly currency: string | null
}

export interface Meter {
  /** Passes everything on. */
  readonly log: RequestLog
  readonly read: () => Spent
}

/** Adds up what the requests use that a log receives. */
export function meterRequests(inner: RequestLog): Meter {
  const calls: { readonly usage: Usage | null; readonly prices: KnownPrices | null }[] = []
  return {
    log: {
      ...inner,
      open(context) {
        const call = inner.open(context)
        return {
          ...call,
          end(end) {
            // A request that failed before any answer is not counted by its provider either.
            if (end.outcome !== 'failed') calls.push({ usage: end.usage, prices: context.prices })
            call.end(end)
          },
        }
      },
    },
    read: () => ({
      requests: calls.length,
      inputTokens: sum(calls.map(({ usage }) => usage?.inputTokens ?? null)),
      outputTokens: sum(calls.map(({ usage }) => usage?.outputTokens ?? null)),
      cost: sum(calls.map(({ usage, prices }) => (prices === null ? null : costOf(usage, prices.prices)))),
      currency: calls[0]?.prices?.prices.currency ?? null,
    }),
  }
}

/** Null if one of them is not known, or there is none. */
function sum(counts: readonly (number | null)[]): number | null {
  if (counts.length === 0) return null
  return counts.reduce((total, count) => (total === null || count === null ? null : total + count), 0)
}
