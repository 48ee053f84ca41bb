import { trimCharacters } from '@llm-gamebook/story'

import type { ModelProvider } from '../../providers.ts'
import { providers } from '../providers/providers.ts'
import { cleanAddress } from './cleanAddress.ts'
import { isLocalHost } from './localHost.ts'

/** What a typed address resolves to: the base URL and the exact request URLs. */
export interface ResolvedAddress {
  readonly baseUrl: string
  readonly listUrl: string
  readonly chatUrl: (model: string) => string
  /** What was changed in the typed address. */
  readonly notes: readonly string[]
}

export interface AddressRefusal {
  readonly refusal: string
}

export interface AddressInput {
  readonly provider: ModelProvider
  /** Empty for the provider's preset. */
  readonly typed: string
  /** Keeps the path as it was typed. */
  readonly exactly?: boolean
}

/** Finds the base URL in whatever users paste, or returns why there is none. */
export function resolveAddress({ provider, typed, exactly = false }: AddressInput): ResolvedAddress | AddressRefusal {
  const { label, server } = providers[provider]
  if (server === null) return { refusal: `${label} has no base URL.` }
  const { presetBaseUrl, address: shape } = server
  const isEmpty = typed.trim() === ''
  if (isEmpty && presetBaseUrl === null) return { refusal: `Base URL is required for ${label}` }
  const cleaned = cleanAddress(isEmpty ? (presetBaseUrl ?? '') : typed)
  if ('refusal' in cleaned) return cleaned
  const { url, notes, isBare } = cleaned
  const { localPort, endpoints, completePath, paths } = shape
  if (isBare && !exactly && localPort !== undefined && isLocalHost(url.hostname)) url.port = String(localPort)
  const path = withoutFinalSlash(url.pathname)
  const baseUrl = `${url.origin}${exactly ? path : completePath(withoutFinalSlash(path.replace(endpoints, '')))}`
  const { listPath, chatPath } = paths(baseUrl)
  return { baseUrl, listUrl: `${baseUrl}${listPath}`, chatUrl: (model) => `${baseUrl}${chatPath(model)}`, notes }
}

const withoutFinalSlash = (path: string): string => trimCharacters(path, /\//, 'end')
