import type { Json } from '@llm-gamebook/story'

import type { NetworkProvider } from '../../providers.ts'
import { createNodeFetch } from '../transport/nodeFetch.ts'
import { ProviderStreamError } from '../transport/providerStreamError.ts'

export interface Access {
  readonly provider: NetworkProvider
  /** Null: without a key. */
  readonly apiKey: string | null
}

export interface ProviderRequest extends Access {
  readonly url: string
  readonly signal: AbortSignal
  /** Asked with POST. */
  readonly body?: Json
}

const fetch = createNodeFetch()

/** Asks a provider for something that changes nothing. Rejects with its error as models do. */
export async function requestProvider({ url, body, signal, ...access }: ProviderRequest): Promise<unknown> {
  const headers = authHeaders(access)
  const response = await (body === undefined
    ? fetch(url, { headers, signal })
    : fetch(url, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal,
      }))
  const text = await response.text()
  if (!response.ok) throw new ProviderStreamError(response.status, text || wordsOf(response))
  try {
    return JSON.parse(text)
  } catch {
    throw new ProviderStreamError(response.status, text)
  }
}

/** A redirect has no words but where it leads. */
function wordsOf({ headers }: Response): string {
  const target = headers.get('location')
  return target === null ? '' : `It points to ${target}`
}

function authHeaders({ provider, apiKey }: Access): Record<string, string> {
  const version = provider === 'anthropic' ? { 'anthropic-version': '2023-06-01' } : {}
  if (apiKey === null || apiKey === '') return version
  if (provider === 'anthropic') return { ...version, 'x-api-key': apiKey }
  return provider === 'google' ? { 'x-goog-api-key': apiKey } : { authorization: `Bearer ${apiKey}` }
}
