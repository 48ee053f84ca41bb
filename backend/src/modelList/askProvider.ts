import type { NetworkProvider } from '../providers.ts'
import { createNodeFetch } from '../providerTransport/nodeFetch.ts'
import { ProviderSaidError } from '../providerTransport/providerSaidError.ts'

export interface Access {
  readonly provider: NetworkProvider
  /** Null: without a key. */
  readonly apiKey: string | null
}

const fetch = createNodeFetch()

/** Asks a provider for something that changes nothing. Rejects with its error as models do. */
export async function askProvider(url: string, access: Access, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(url, { headers: authHeaders(access), signal })
  const body = await response.text()
  if (!response.ok) throw new ProviderSaidError(response.status, body)
  try {
    return JSON.parse(body)
  } catch {
    throw new ProviderSaidError(response.status, body)
  }
}

function authHeaders({ provider, apiKey }: Access): Record<string, string> {
  const version = provider === 'anthropic' ? { 'anthropic-version': '2023-06-01' } : {}
  if (apiKey === null || apiKey === '') return version
  if (provider === 'anthropic') return { ...version, 'x-api-key': apiKey }
  return provider === 'google' ? { 'x-goog-api-key': apiKey } : { authorization: `Bearer ${apiKey}` }
}
