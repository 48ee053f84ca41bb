import { isLocalHost } from '../models/address/localHost.ts'
import type { Prices } from '../models/prices/prices.ts'
import { isProvider, providers } from '../models/providers/providers.ts'
import type { RequestContext } from '../models/transport/requestLog.ts'
import { RequestDeniedError } from '../models/transport/requestDeniedError.ts'
import { type Budget, CURRENCY, toAmount } from './budget.ts'
import type { Amounts, BudgetStore } from './budgetStore.ts'
import { describeUnlimited, describeUnpriced, describeUsedUp } from './describeDenial.ts'
import { periodsAt } from './period.ts'
import { findWorstCase, worstCost } from './worstCase.ts'

export interface GatedRequest {
  readonly id: string
  readonly context: RequestContext
  /** As it is sent. */
  readonly body: string
}

/** Every request to a provider passes it before it is sent. */
export interface RequestGate {
  /** Whether each answer needs a maximum length, so that its worst case is known. */
  limitsAnswers(): Promise<boolean>
  /**
   * Reserves what a request spends at most. Returns whether anything was reserved, which must be settled then. Throws
   * `RequestDeniedError`.
   */
  admit(request: GatedRequest): Promise<boolean>
}

/** More than are ever running. */
const MOST_TURNS = 10_000

export function createRequestGate(store: BudgetStore, now: () => string): RequestGate {
  /** The answers whose turn was counted: their first request may be sent again. */
  const counted = new Set<string>()

  const countTurn = ({ purpose, messageId, step }: RequestContext): number =>
    purpose === 'turn' && step === 1 && messageId !== null && !counted.has(messageId) ? 1 : 0

  return {
    async limitsAnswers() {
      const budgets = await store.list()
      return budgets.some(({ unit }) => unit !== 'turns')
    },
    async admit({ id, context, body }) {
      const budgets = await store.list()
      if (budgets.length === 0) return false
      const periods = periodsAt(now(), context.sessionId)
      const applying = budgets.filter(({ scope }) => periods[scope] !== null)
      const turns = countTurn(context)
      const amounts = { ...worstAmounts(applying, context, body), turns }
      if (applying.every(({ unit }) => amounts[unit] === 0)) return false
      const result = await store.reserve({ requestId: id, periods, amounts })
      if (!result.isAllowed) {
        const { full } = result
        throw new RequestDeniedError(describeUsedUp(full, amounts[full.unit], now()))
      }
      if (turns > 0 && context.messageId !== null) addBounded(counted, context.messageId)
      return result.isReserved
    },
  }
}

function addBounded(ids: Set<string>, id: string): void {
  ids.add(id)
  const [oldest] = ids
  if (ids.size > MOST_TURNS && oldest !== undefined) ids.delete(oldest)
}

const NOTHING = { money: 0, tokens: 0 }

/** Throws `RequestDeniedError` if the worst case is not known. */
function worstAmounts(
  budgets: readonly Budget[],
  context: RequestContext,
  body: string,
): Pick<Amounts, 'money' | 'tokens'> {
  const ofMoney = budgets.find(({ unit }) => unit === 'money')
  const ofTokens = budgets.find(({ unit }) => unit === 'tokens')
  const worst = ofMoney === undefined && ofTokens === undefined ? null : findWorstCase(body)
  if (worst === null) return NOTHING
  const prices = ofMoney === undefined ? FREE : findPrices(context)
  if (prices === null) throw new RequestDeniedError(describeUnpriced(ofMoney?.id ?? '', context))
  const { inputTokens, outputTokens } = worst
  const unlimited = outputTokens === null ? (ofTokens ?? (prices.output > 0 ? ofMoney : undefined)) : undefined
  if (unlimited !== undefined) throw new RequestDeniedError(describeUnlimited(unlimited, context))
  const most = { inputTokens, outputTokens: outputTokens ?? 0 }
  return { money: toAmount('money', worstCost(most, prices)), tokens: inputTokens + most.outputTokens }
}

const FREE: Prices = { currency: CURRENCY, input: 0, cachedInput: null, cacheWrite: null, output: 0 }

/** Null for a model whose price is not known in the currency of budgets. */
function findPrices({ prices: known, model }: RequestContext): Prices | null {
  if (known === null) return isFree(model) ? FREE : null
  const { prices } = known
  const amounts = [prices.input, prices.output, prices.cachedInput ?? 0, prices.cacheWrite ?? 0]
  return prices.currency === CURRENCY && amounts.every((amount) => amount >= 0) ? prices : null
}

/** Other programs on the own network may pass requests on to a provider that charges for them. */
const isFree = ({ provider, host }: RequestContext['model']): boolean =>
  isProvider(provider) &&
  providers[provider].server?.isFreeAtHome === true &&
  isLocalHost(new URL(`http://${host}`).hostname)
