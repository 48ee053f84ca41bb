import type { Narrator } from './narrator.ts'
import type { RequestContext } from './transport/requestLog.ts'

/** The model of a request, for the record of requests. */
export function requestedModel({
  modelConfigId,
  snapshot,
}: Pick<Narrator, 'modelConfigId' | 'snapshot'>): Pick<RequestContext, 'modelConfigId' | 'model'> {
  const { configName, provider, requestedModel: modelName, host } = snapshot
  return {
    modelConfigId: modelConfigId === '' ? null : modelConfigId,
    model: { label: configName, provider, modelName, host: host ?? '' },
  }
}
