import type { Narrator } from './narrator.ts'
import type { RequestContext } from './transport/requestLog.ts'

/** The model of a request, for the record of requests. */
export function requestedModel({
  modelConfigId,
  snapshot,
  findPrices,
}: Pick<Narrator, 'modelConfigId' | 'snapshot' | 'findPrices'>): Pick<
  RequestContext,
  'modelConfigId' | 'model' | 'prices'
> {
  const { configName, provider, requestedModel: modelName, host } = snapshot
  return {
    modelConfigId: modelConfigId === '' ? null : modelConfigId,
    model: { label: configName, provider, modelName, host: host ?? '' },
    prices: findPrices?.() ?? null,
  }
}
