import type { Clock } from '../clock.ts'
import type { GatedRequest, RequestGate } from '../budgets/requestGate.ts'
import type { CallEnd, RequestContext, RequestLog } from '../models/transport/requestLog.ts'
import { observeRequests, type SentRequest } from '../models/transport/requestObserver.ts'
import { costOf } from '../models/prices/costOf.ts'
import { type CutRequest, cutRequest } from './cutRequest.ts'
import { NOTHING, spentOf } from './spentOf.ts'
import { type RequestShelf, createShelves } from './requestShelves.ts'
import type { RequestStore } from './storedRequest.ts'

export interface RequestRecorder extends RequestLog {
  /** Settles when budgets count what has ended until now. */
  counted(): Promise<void>
  /** Runs work that removes texts of a session, between two of its requests. Later requests refer to none before. */
  alone<Result>(sessionId: string, work: () => Promise<Result>): Promise<Result>
  /** Settles when all requests that have ended are stored. */
  settled(): Promise<void>
}

export interface RequestRecorderOptions {
  readonly store: RequestStore
  readonly gate: RequestGate
  readonly clock: Pick<Clock, 'newId' | 'now'>
  /** Called when a request could not be stored. */
  readonly onFailure: (failure: unknown) => void
}

/** One request of a call. */
interface Exchange {
  readonly id: string
  readonly sent: SentRequest
  readonly startedAt: string
  firstTokenMs: number | null
  status: number | null
  /** Why it has no response. */
  failure: unknown
  cut: CutRequest | null
  /** Whether budgets hold a reservation for it. */
  isReserved: boolean
}

/**
 * Stores each request when it has ended, in the background: no turn waits for it. A body is cut into blocks after the
 * first word was passed on.
 */
export function createRequestRecorder({ store, gate, clock, onFailure }: RequestRecorderOptions): RequestRecorder {
  const shelves = createShelves(store)
  /** Requests that have ended, with reservations that still have to be settled. */
  const unsettled = new Set<Promise<void>>()
  const msSince = ({ startedAt }: Exchange): number => Date.parse(clock.now()) - Date.parse(startedAt)

  const save = (shelf: RequestShelf, context: RequestContext, exchange: Exchange, end: CallEnd): void => {
    const { id, startedAt, firstTokenMs } = exchange
    const durationMs = msSince(exchange)
    const { prices: known, ...about } = context
    const { outcome, usage, usageNotice = null, errorCode = null } = end
    const cost = known === null ? null : costOf(usage, known.prices)
    const price =
      known === null || cost === null ? UNPRICED : { currency: known.prices.currency, priceSource: known.source }
    const request = {
      ...{ ...about, outcome, usage, usageNotice, errorCode, cost, ...price },
      ...{ id, startedAt, firstTokenMs, durationMs },
    }
    const settlement = exchange.isReserved ? { requestId: id, spent: spentOf(exchange, request) } : null
    const stored = shelf.add({ request, settlement }, exchange.sent, exchange.cut).catch(onFailure)
    if (settlement === null) return
    unsettled.add(stored)
    void stored.finally(() => unsettled.delete(stored))
  }

  const counted = async (): Promise<void> => {
    await Promise.all(unsettled)
  }

  /** A provider may have charged more than was reserved, so what has ended counts first. */
  const admit = async (request: GatedRequest): Promise<boolean> => {
    if (unsettled.size > 0) await counted()
    return gate.admit(request)
  }

  return {
    open(context) {
      const exchanges: Exchange[] = []
      const shelf = shelves.find(context.sessionId)
      let isOver = false
      const observer = {
        async begin(sent: SentRequest) {
          const id = clock.newId()
          const isReserved = await admit({ id, context, body: sent.body })
          if (isOver) {
            if (isReserved) await store.settle({ requestId: id, spent: NOTHING })
            throw new Error('The call has ended.')
          }
          const exchange: Exchange = {
            ...{ id, sent, isReserved, startedAt: clock.now() },
            ...{ firstTokenMs: null, status: null, failure: null, cut: null },
          }
          exchanges.push(exchange)
          return {
            answered(status: number) {
              exchange.status = status
            },
            failed(reason: unknown) {
              exchange.failure = reason
            },
          }
        },
      }
      return {
        observe: (call) => observeRequests(observer, call),
        heard() {
          const exchange = exchanges.at(-1)
          if (exchange === undefined || exchange.firstTokenMs !== null) return
          exchange.firstTokenMs = msSince(exchange)
          setImmediate(() => {
            const before = shelf.findBefore(context.purpose)
            if (before !== undefined) exchange.cut = cutRequest(exchange.sent, before)
          })
        },
        end(end) {
          if (isOver) return
          isOver = true
          for (const [at, exchange] of exchanges.entries()) {
            const isLast = at === exchanges.length - 1
            const isOwn = isLast && (hasSucceeded(exchange) || end.outcome !== 'done')
            save(shelf, context, exchange, isOwn ? end : endOf(exchange))
          }
        },
      }
    },
    counted,
    limitsAnswers: gate.limitsAnswers,
    alone: shelves.alone,
    settled: shelves.settled,
  }
}

const UNPRICED = { currency: null, priceSource: null }

const hasSucceeded = ({ status }: Pick<Exchange, 'status'>): boolean => status !== null && status < 400

/** The end of a request before the last one of a call, which was refused or asks something else. */
function endOf(exchange: Exchange): CallEnd {
  if (hasSucceeded(exchange)) return { outcome: 'done', usage: null }
  const { status } = exchange
  return { outcome: 'failed', usage: null, ...(status !== null && { errorCode: `http-${status}` }) }
}
