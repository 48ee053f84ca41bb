import type { ModelProvider } from '../../providers.ts'
import { providers } from '../providers/providers.ts'
import { isThisMachine } from './localHost.ts'
import { type ResolvedAddress, resolveAddress } from './resolveAddress.ts'

/** The part of a model config that decides where its requests go. */
export interface AddressedConfig {
  readonly provider: ModelProvider
  readonly baseUrl: string | null
  readonly exactAddress: boolean
}

/** Null for the built-in narrator and for invalid addresses. */
export function addressOf({ provider, baseUrl, exactAddress }: AddressedConfig): ResolvedAddress | null {
  if (providers[provider].server === null) return null
  const address = resolveAddress({ provider, typed: baseUrl ?? '', exactly: exactAddress })
  return 'refusal' in address ? null : address
}

/** Name and port. */
export function hostOf(config: AddressedConfig): string | null {
  const address = addressOf(config)
  return address === null ? null : new URL(address.baseUrl).host
}

/** Whether the model runs on this machine: its host decides, not its provider. */
export function runsLocally(config: AddressedConfig): boolean {
  if (providers[config.provider].server === null) return true
  const address = addressOf(config)
  return address !== null && isThisMachine(new URL(address.baseUrl).hostname)
}

/** Scheme, name and port: what a key is bound to. */
export function originOf(config: AddressedConfig): string | null {
  const address = addressOf(config)
  return address === null ? null : new URL(address.baseUrl).origin
}
