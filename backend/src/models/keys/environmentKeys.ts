import { type AddressedConfig, originOf } from '../address/addressOf.ts'
import { providerFacts } from '../../providers.ts'

/** API keys that the environment of the server holds. */
export interface EnvironmentKeys {
  /** The key for a config without one of its own; null where there is none, or the host is not the provider's. */
  find(config: AddressedConfig): string | null
  /** The name of the variable that holds it. */
  findVariable(config: AddressedConfig): string | null
}

export function createEnvironmentKeys(environment: Readonly<Record<string, string | undefined>>): EnvironmentKeys {
  const keyIn = (name: string): string => environment[name]?.trim() ?? ''
  const findVariable: EnvironmentKeys['findVariable'] = (config) => {
    const { apiKeyVariables, environmentKeyHost } = providerFacts[config.provider]
    if (environmentKeyHost === null || originOf(config) !== environmentKeyHost) return null
    return apiKeyVariables.find((name) => keyIn(name) !== '') ?? null
  }
  return {
    findVariable,
    find(config) {
      const name = findVariable(config)
      return name === null ? null : keyIn(name)
    },
  }
}
