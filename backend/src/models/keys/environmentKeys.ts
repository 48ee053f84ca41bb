import { type AddressedConfig, originOf } from '../address/addressOf.ts'
import { providers } from '../providers/providers.ts'

/** The API keys in the environment of the server. */
export interface EnvironmentKeys {
  /** The key for a config without a stored one; null if there is none or the host is not the provider's own. */
  find(config: AddressedConfig): string | null
  /** The name of its variable. */
  findVariable(config: AddressedConfig): string | null
}

export function createEnvironmentKeys(environment: Readonly<Record<string, string | undefined>>): EnvironmentKeys {
  const keyIn = (name: string): string => environment[name]?.trim() ?? ''
  const findVariable: EnvironmentKeys['findVariable'] = (config) => {
    const { server } = providers[config.provider]
    if (server === null || server.apiKey.environmentOrigin === null) return null
    if (originOf(config) !== server.apiKey.environmentOrigin) return null
    return server.apiKey.variables.find((name) => keyIn(name) !== '') ?? null
  }
  return {
    findVariable,
    find(config) {
      const name = findVariable(config)
      return name === null ? null : keyIn(name)
    },
  }
}
