import type { Json } from '@llm-gamebook/story'

import type { ModelProvider } from '../../providers.ts'
import { createRequestMask } from '../keys/requestMask.ts'
import { providers } from '../providers/providers.ts'
import { readText } from '../transport/boundedBody.ts'
import { LIMITS } from '../transport/limits.ts'
import { createNodeFetch } from '../transport/nodeFetch.ts'
import { ProviderStreamError } from '../transport/providerStreamError.ts'
import { withRequestObserver } from '../transport/requestObserver.ts'
import { type ExtraRequestFields, withExtraRequestFields } from '../transport/withExtraRequestFields.ts'

export interface Access extends ExtraRequestFields {
  readonly provider: ModelProvider
  /** Null: without a key. */
  readonly apiKey: string | null
}

export interface ProviderRequest extends Access {
  readonly url: string
  readonly signal: AbortSignal
  /** Sent with POST, with the extra fields of the config. */
  readonly body?: Json
}

const nodeFetch = createNodeFetch()

/** Sends a request that changes nothing. Rejects with the provider's error, as models do. */
export async function requestProvider(request: ProviderRequest): Promise<unknown> {
  const { url, body, signal, provider, apiKey } = request
  const mask = createRequestMask({ ...request, names: [providers[provider].label, provider] })
  const fetch = withExtraRequestFields(withRequestObserver(nodeFetch, mask), request)
  const headers = providers[provider].server?.requestHeaders(apiKey === '' ? null : apiKey) ?? {}
  const response = await (body === undefined
    ? fetch(url, { headers, signal })
    : fetch(url, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal,
      }))
  const text = await readText(response, LIMITS.listBytes, 'The list')
  if (!response.ok) throw new ProviderStreamError(response.status, text || redirectOf(response))
  try {
    return JSON.parse(text)
  } catch {
    throw new ProviderStreamError(response.status, text)
  }
}

/** A redirect has no body but a target. */
function redirectOf({ headers }: Response): string {
  const target = headers.get('location')
  return target === null ? '' : `Redirects to ${target}`
}
