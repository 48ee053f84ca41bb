import { resolveAddress } from '../address/resolveAddress.ts'
import type { DraftModel } from '../draftModel.ts'
import { readModelList } from '../list/readModelList.ts'
import { requestProvider } from '../list/requestProvider.ts'
import { providers } from '../providers/providers.ts'
import type { Proposal } from './proposal.ts'

/** Where servers have their API, besides the root. */
const PATHS = ['/v1', '/api', '/api/v1', '/openai/v1', '/v1beta', '']
const LIMIT_MS = 5000

/** Another base URL at the same server that has a model list; null if there is none, or if this one has a list. */
export async function findBaseUrl(draft: DraftModel, signal: AbortSignal): Promise<Proposal | null> {
  const { recipe, apiKey, address } = draft
  const { provider, parameters } = recipe
  const shape = providers[provider].server?.address
  if (address === null || shape === undefined) return null
  const { origin } = new URL(address.baseUrl)
  const others = PATHS.map((path) => `${origin}${path}`).filter((url) => url !== address.baseUrl)
  const candidates = [address.baseUrl, ...others]
  const answers = await Promise.all(
    candidates.map(async (baseUrl) => {
      const url = `${baseUrl}${shape.paths(baseUrl).listPath}`
      const limit = AbortSignal.any([signal, AbortSignal.timeout(LIMIT_MS)])
      const body = await requestProvider({ ...parameters, provider, apiKey, url, signal: limit }).catch(() => null)
      return (readModelList(provider, body) ?? []).length > 0
    }),
  )
  const found = candidates.find((_, index) => answers[index] === true)
  if (found === undefined || found === address.baseUrl) return null
  const resolved = resolveAddress({ provider, typed: found })
  return 'refusal' in resolved || resolved.baseUrl !== found
    ? { baseUrl: found, exactAddress: true }
    : { baseUrl: found }
}
