import { reserveOutput } from './contextWindow/contextWindow.ts'
import type { ReportedWindow } from './contextWindow/reportedWindow.ts'
import { createWindowReader } from './contextWindow/windowReader.ts'
import type { ResolvedAddress } from './address/resolveAddress.ts'
import type { ModelLists } from './list/modelLists.ts'
import type { ModelRecipe } from './modelConfig.ts'
import type { Narrator } from './narrator.ts'
import { type ParameterName, withoutParameters } from './parameters/modelParameters.ts'
import { providers } from './providers/providers.ts'

export type RequestOptions = Pick<Narrator, 'contextWindow' | 'maxOutputTokens' | 'callOptions'>

export interface RequestedModel extends Pick<ModelRecipe, 'provider' | 'modelName' | 'parameters'> {
  readonly apiKey: string | null
  /** Null for the built-in narrator. */
  readonly address: ResolvedAddress | null
  /** The parameters that the model is known to reject. */
  readonly rejected: readonly ParameterName[]
}

/** What a config adds to each request. The window that is requested is the one that prompts are cut to. */
export async function createRequestOptions(
  lists: ModelLists,
  model: RequestedModel,
  lastWindow?: ReportedWindow,
): Promise<RequestOptions> {
  const { provider, modelName, parameters, apiKey, address, rejected } = model
  const readWindow = await createWindowReader(
    lists,
    { ...parameters, provider, modelName, apiKey, address },
    lastWindow,
  )
  const { server, toCallOptions } = providers[provider]
  const baseUrl = address?.baseUrl ?? ''
  const isRequested = address !== null && server?.requestsWindow?.(baseUrl, modelName) === true
  return {
    get contextWindow() {
      return readWindow()
    },
    get maxOutputTokens() {
      return reserveOutput(readWindow(), parameters.maxOutputTokens)
    },
    callOptions(refused, isLimited = false) {
      const left = [...rejected, ...refused]
      const sent = isLimited
        ? { ...parameters, maxOutputTokens: reserveOutput(readWindow(), parameters.maxOutputTokens) }
        : parameters
      const requestedWindow = isRequested ? readWindow().tokens : parameters.contextWindow
      return toCallOptions({
        parameters: withoutParameters(sent, left),
        requestedWindow: left.includes('contextWindow') ? null : requestedWindow,
        baseUrl,
      })
    },
  }
}
