import type { ModelLists } from '../list/modelLists.ts'
import type { Access } from '../list/requestProvider.ts'
import type { ResolvedAddress } from '../address/resolveAddress.ts'
import { isLocalHost } from '../address/localHost.ts'
import { providers } from '../providers/providers.ts'
import type { KnownPrices, Prices } from './prices.ts'
import { findTablePrices } from './priceTable.ts'

export interface PricedModel extends Access {
  readonly modelName: string
  /** Null for the built-in narrator. */
  readonly address: ResolvedAddress | null
}

/** What a model costs: as its owner says, else as its provider says, else as the table says. Sends no request. */
export function findPrices(
  lists: Pick<ModelLists, 'findModel'>,
  { modelName, address, ...access }: PricedModel,
  own: Prices | null,
): KnownPrices | null {
  if (own !== null) return { prices: own, source: 'own' }
  if (address === null) return null
  const listed = lists.findModel({ ...access, listUrl: address.listUrl }, modelName)?.price
  if (listed !== undefined) {
    const { input, output, cachedInput = null, cacheWrite = null } = listed
    return { prices: { currency: 'USD', input, cachedInput, cacheWrite, output }, source: 'provider' }
  }
  // Other servers have prices of their own, under the same names.
  const preset = providers[access.provider].server?.presetBaseUrl ?? null
  const isOwnHost = preset !== null && new URL(preset).host === new URL(address.baseUrl).host
  if (!isOwnHost || isLocalHost(new URL(address.baseUrl).hostname)) return null
  const prices = findTablePrices(access.provider, modelName)
  return prices === null ? null : { prices, source: 'table' }
}
