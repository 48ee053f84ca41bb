import type { Narrator } from '../../engine/narrator.ts'
import type { ResolvedAddress } from '../address/resolveAddress.ts'
import type { ModelLists } from './modelLists.ts'
import type { ModelProvider } from '../../providers.ts'
import { nearestNames } from './nearestNames.ts'

interface AskedModel {
  readonly provider: ModelProvider
  readonly modelName: string
  readonly apiKey: string | null
  /** Null for the built-in narrator, which has no list. */
  readonly address: ResolvedAddress | null
}

/** Looks only into a list that was fetched before: a failure is told at once. */
export function createNearestModels(
  lists: ModelLists,
  { provider, modelName, apiKey, address }: AskedModel,
): Narrator['nearestModels'] {
  if (provider === 'builtin' || address === null) return () => []
  return () => nearestNames(modelName, lists.knownIds({ provider, apiKey, listUrl: address.listUrl }))
}
