import { type AddressedConfig, originOf } from './modelAddress/addressOf.ts'
import { providerFacts } from './providers.ts'

/** API keys that the environment of the server holds. */
export interface EnvironmentKeys {
  /** The key for a config without one of its own; null where there is none, or the host is not the provider's. */
  find(config: AddressedConfig): string | null
}

export function createEnvironmentKeys(environment: Readonly<Record<string, string | undefined>>): EnvironmentKeys {
  return {
    find(config) {
      const { apiKeyVariables, environmentKeyHost } = providerFacts[config.provider]
      if (environmentKeyHost === null || originOf(config) !== environmentKeyHost) return null
      const keys = apiKeyVariables.map((name) => environment[name]?.trim() ?? '')
      return keys.find((key) => key !== '') ?? null
    },
  }
}
