import type { Narrator } from '../narrator.ts'
import type { ResolvedAddress } from '../address/resolveAddress.ts'
import type { ModelLists } from './modelLists.ts'
import type { ModelProvider } from '../../providers.ts'
import { nearestNames } from './nearestNames.ts'

interface RequestedModel {
  readonly provider: ModelProvider
  readonly modelName: string
  readonly apiKey: string | null
  /** Null for the built-in narrator, which has no list. */
  readonly address: ResolvedAddress | null
}

/** Searches only a list that was fetched before, so an error is shown without delay. */
export function createNearestModels(
  lists: ModelLists,
  { provider, modelName, apiKey, address }: RequestedModel,
): Narrator['nearestModels'] {
  if (address === null) return () => []
  return () => nearestNames(modelName, lists.knownIds({ provider, apiKey, listUrl: address.listUrl }))
}
