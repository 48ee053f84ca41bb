import { createHash } from 'node:crypto'

import { type Access, askProvider } from './askProvider.ts'
import { type ListedModel, readModelList } from './readModelList.ts'

export interface FetchedModels {
  readonly data: readonly ListedModel[]
  /** When the provider said so. */
  readonly fetchedAt: string
}

export interface ListAccess extends Access {
  readonly listUrl: string
}

/** Lists of models, kept for a while: one dead provider slows nothing. */
export interface ModelLists {
  get(access: ListAccess): Promise<FetchedModels>
}

const FRESH_MS = 10 * 60 * 1000
const LIMIT_MS = 10_000
const MAX_LISTS = 200

export function createModelLists(now: () => Date): ModelLists {
  const kept = new Map<string, FetchedModels>()
  return {
    async get(access) {
      const key = keyOf(access)
      const known = kept.get(key)
      if (known !== undefined && now().getTime() - Date.parse(known.fetchedAt) < FRESH_MS) return known
      try {
        const body = await askProvider({ ...access, url: access.listUrl, signal: AbortSignal.timeout(LIMIT_MS) })
        const fetched = { data: readModelList(access.provider, body), fetchedAt: now().toISOString() }
        if (kept.size >= MAX_LISTS) kept.clear()
        kept.set(key, fetched)
        return fetched
      } catch (fault) {
        if (known !== undefined) return known
        throw fault
      }
    },
  }
}

function keyOf({ listUrl, provider, apiKey }: ListAccess): string {
  return createHash('sha256')
    .update(JSON.stringify([provider, listUrl, apiKey]))
    .digest('base64')
}
