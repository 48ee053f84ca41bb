import type { Narrator } from '../narrator.ts'
import { secretForms } from '../keys/secretForms.ts'
import { hasText } from '../keys/streamFilter.ts'
import type { ResolvedAddress } from '../address/resolveAddress.ts'
import type { ModelLists } from './modelLists.ts'
import type { Access } from './requestProvider.ts'
import { nearestNames } from './nearestNames.ts'

interface RequestedModel extends Access {
  readonly modelName: string
  /** Null for the built-in narrator, which has no list. */
  readonly address: ResolvedAddress | null
}

/** Searches only a list that was fetched before, so an error is shown without delay. */
export function createNearestModels(
  lists: ModelLists,
  { modelName, address, ...access }: RequestedModel,
): Narrator['nearestModels'] {
  if (address === null) return () => []
  return () => {
    const secrets = secretForms({ ...access, names: [access.provider, modelName] })
    const ids = lists.knownIds({ ...access, listUrl: address.listUrl }).filter((id) => !hasText(id, secrets))
    return nearestNames(modelName, ids)
  }
}
