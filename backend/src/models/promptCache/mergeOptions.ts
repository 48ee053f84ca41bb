import type { SharedV4ProviderOptions } from '@ai-sdk/provider'

/** The options of all, by provider; later ones win. Undefined if there are none. */
export function mergeOptions(
  ...all: readonly (SharedV4ProviderOptions | undefined)[]
): SharedV4ProviderOptions | undefined {
  const merged: SharedV4ProviderOptions = {}
  for (const options of all) {
    for (const [provider, values] of Object.entries(options ?? {})) {
      merged[provider] = { ...merged[provider], ...values }
    }
  }
  return Object.keys(merged).length === 0 ? undefined : merged
}
