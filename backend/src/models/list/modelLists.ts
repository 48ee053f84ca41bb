import { createHash } from 'node:crypto'

import { type Access, requestProvider } from './requestProvider.ts'
import { ProviderStreamError } from '../transport/providerStreamError.ts'
import { type ListedModel, readModelList } from './readModelList.ts'

export interface FetchedModels {
  readonly data: readonly ListedModel[]
  /** When the provider said so. */
  readonly fetchedAt: string
  /** Why the newest attempt failed, where there is an older list. */
  readonly fault?: unknown
}

export interface ListAccess extends Access {
  readonly listUrl: string
}

/** Lists of models, kept with their age: one dead provider slows nothing. */
export interface ModelLists {
  /** A known list is given at once, and an old one is fetched anew behind it. `refresh` waits for the provider. */
  get(access: ListAccess, options?: { readonly refresh?: boolean }): Promise<FetchedModels>
  /** The ids of a list that was fetched before, whatever its age; nobody is asked. */
  knownIds(access: ListAccess): readonly string[]
}

const FRESH_MS = 10 * 60 * 1000
const LIMIT_MS = 10_000
const MAX_LISTS = 200

export function createModelLists(now: () => Date): ModelLists {
  const kept = new Map<string, FetchedModels>()
  const underWay = new Map<string, Promise<FetchedModels>>()

  const fetchList = async (key: string, access: ListAccess): Promise<FetchedModels> => {
    const body = await requestProvider({ ...access, url: access.listUrl, signal: AbortSignal.timeout(LIMIT_MS) })
    const data = readModelList(access.provider, body)
    if (data === null) throw new ProviderStreamError(200, JSON.stringify(body))
    const fetched = { data, fetchedAt: now().toISOString() }
    if (kept.size >= MAX_LISTS) kept.clear()
    kept.set(key, fetched)
    return fetched
  }
  /** Whoever asks meanwhile waits for the same answer. */
  const fetchOnce = (key: string, access: ListAccess): Promise<FetchedModels> => {
    const running = underWay.get(key)
    if (running !== undefined) return running
    const fetching = fetchList(key, access).finally(() => underWay.delete(key))
    underWay.set(key, fetching)
    return fetching
  }

  return {
    async get(access, { refresh = false } = {}) {
      const key = keyOf(access)
      const known = kept.get(key)
      if (known === undefined) return fetchOnce(key, access)
      if (refresh) return fetchOnce(key, access).catch((fault: unknown) => ({ ...known, fault }))
      const isOld = now().getTime() - Date.parse(known.fetchedAt) >= FRESH_MS
      if (isOld) fetchOnce(key, access).catch(() => {})
      return known
    },
    knownIds: (access) => kept.get(keyOf(access))?.data.map(({ id }) => id) ?? [],
  }
}

function keyOf({ listUrl, provider, apiKey }: ListAccess): string {
  return createHash('sha256')
    .update(JSON.stringify([provider, listUrl, apiKey]))
    .digest('base64')
}
