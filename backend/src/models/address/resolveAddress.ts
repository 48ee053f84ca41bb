import { type NetworkProvider, providerFacts } from '../../providers.ts'
import { addressShapes } from './addressShapes.ts'
import { cleanAddress } from './cleanAddress.ts'
import { isLocalHost } from './localHost.ts'

/** Where a typed address leads: the base, and the exact addresses that will be asked. */
export interface ResolvedAddress {
  readonly baseUrl: string
  readonly listUrl: string
  readonly chatUrl: (model: string) => string
  /** What was changed on the way and is worth saying. */
  readonly notes: readonly string[]
}

export interface AddressRefusal {
  readonly refusal: string
}

export interface AddressInput {
  readonly provider: NetworkProvider
  /** Empty: the provider's preset. */
  readonly typed: string
  /** Keep the path as it was typed. */
  readonly exactly?: boolean
}

/** Makes of everything that people paste the base address of a provider, or says why nothing can be made of it. */
export function resolveAddress({ provider, typed, exactly = false }: AddressInput): ResolvedAddress | AddressRefusal {
  const { label, presetBaseUrl } = providerFacts[provider]
  const isEmpty = typed.trim() === ''
  if (isEmpty && presetBaseUrl === null) return { refusal: `Base URL is required for ${label}` }
  const cleaned = cleanAddress(isEmpty ? (presetBaseUrl ?? '') : typed)
  if ('refusal' in cleaned) return cleaned
  const { url, notes, isBare } = cleaned
  const { localPort, endpoints, end, paths } = addressShapes[provider]
  if (isBare && !exactly && localPort !== undefined && isLocalHost(url.hostname)) url.port = String(localPort)
  const path = withoutFinalSlash(url.pathname)
  const baseUrl = `${url.origin}${exactly ? path : end(withoutFinalSlash(path.replace(endpoints, '')))}`
  const { listPath, chatPath } = paths(baseUrl)
  return { baseUrl, listUrl: `${baseUrl}${listPath}`, chatUrl: (model) => `${baseUrl}${chatPath(model)}`, notes }
}

const withoutFinalSlash = (path: string): string => path.replace(/\/+$/, '')
