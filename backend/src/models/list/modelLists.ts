import { createHash } from 'node:crypto'

import type { Clock } from '../../clock.ts'
import { requestAboutModels } from './requestAboutModels.ts'
import type { Access } from './requestProvider.ts'
import { NO_REQUEST_LOG, type RequestLog } from '../transport/requestLog.ts'
import { ProviderStreamError } from '../transport/providerStreamError.ts'
import { type ListedModel, readModelList } from './readModelList.ts'

export interface FetchedModels {
  readonly data: readonly ListedModel[]
  /** When the provider sent the list. */
  readonly fetchedAt: string
  /** Why the list couldn't be refreshed. */
  readonly refreshError?: unknown
}

export interface ListAccess extends Access {
  readonly listUrl: string
}

/** A cache of model lists with their age. */
export interface ModelLists {
  /** The record of requests about models. */
  readonly requests: RequestLog
  /** Returns a cached list at once and refreshes an old one in the background. `refresh` waits for the provider. */
  get(access: ListAccess, options?: { readonly refresh?: boolean }): Promise<FetchedModels>
  /** The ids of a cached list of any age. Sends no request. */
  knownIds(access: ListAccess): readonly string[]
  /** A model of a cached list of any age. Sends no request. */
  findModel(access: ListAccess, modelName: string): ListedModel | undefined
}

const FRESH_MS = 10 * 60 * 1000
const LIMIT_MS = 10_000
const MAX_LISTS = 200

export function createModelLists(clock: Pick<Clock, 'now'>, requests: RequestLog = NO_REQUEST_LOG): ModelLists {
  const cache = new Map<string, FetchedModels>()
  const running = new Map<string, Promise<FetchedModels>>()

  const fetchList = async (key: string, access: ListAccess): Promise<FetchedModels> => {
    const signal = AbortSignal.timeout(LIMIT_MS)
    const body = await requestAboutModels(requests, { ...access, url: access.listUrl, signal })
    const data = readModelList(access.provider, body)
    if (data === null) throw new ProviderStreamError(200, JSON.stringify(body))
    const fetched = { data, fetchedAt: clock.now() }
    if (cache.size >= MAX_LISTS) cache.clear()
    cache.set(key, fetched)
    return fetched
  }
  /** Calls at the same time share one request. */
  const fetchOnce = (key: string, access: ListAccess): Promise<FetchedModels> => {
    const known = running.get(key)
    if (known !== undefined) return known
    const fetching = fetchList(key, access).finally(() => running.delete(key))
    running.set(key, fetching)
    return fetching
  }

  return {
    requests,
    async get(access, { refresh = false } = {}) {
      const key = keyOf(access)
      const known = cache.get(key)
      if (known === undefined) return fetchOnce(key, access)
      if (refresh) return fetchOnce(key, access).catch((refreshError: unknown) => ({ ...known, refreshError }))
      const isOld = Date.parse(clock.now()) - Date.parse(known.fetchedAt) >= FRESH_MS
      if (isOld) fetchOnce(key, access).catch(() => {})
      return known
    },
    knownIds: (access) => cache.get(keyOf(access))?.data.map(({ id }) => id) ?? [],
    findModel(access, modelName) {
      const name = modelName.replace(/^models\//, '')
      return cache.get(keyOf(access))?.data.find(({ id }) => id === name)
    },
  }
}

function keyOf({ listUrl, provider, apiKey, extraHeaders }: ListAccess): string {
  return createHash('sha256')
    .update(JSON.stringify([provider, listUrl, apiKey, extraHeaders]))
    .digest('base64')
}
