import type { KeyCipher } from './keyCipher.ts'
import type { ModelConfig } from '../modelConfig.ts'
import type { EnvironmentKeys } from './environmentKeys.ts'
import { decryptHeaders } from './headerSecrets.ts'
import { UnreadableKeyError } from './unreadableKeyError.ts'

export interface ModelKeys {
  readonly keyCipher: KeyCipher
  readonly environmentKeys: EnvironmentKeys
}

/** The key for a config's requests: its stored key, or else the one in the environment. Throws `UnreadableKeyError`. */
export function decryptModelKey(
  config: Pick<ModelConfig, 'id' | 'sealedKey' | 'provider' | 'baseUrl' | 'exactAddress'>,
  { keyCipher, environmentKeys }: ModelKeys,
): string | null {
  if (config.sealedKey === null) return environmentKeys.find(config)
  const key = keyCipher.decrypt(config.sealedKey, config.id)
  if (key === null) throw new UnreadableKeyError()
  return key
}

/** The extra headers of a config. Throws `UnreadableKeyError`. */
export function decryptModelHeaders(
  { id, parameters }: Pick<ModelConfig, 'id' | 'parameters'>,
  { keyCipher }: Pick<ModelKeys, 'keyCipher'>,
): ModelConfig['parameters']['extraHeaders'] {
  return decryptHeaders(parameters.extraHeaders, { keyCipher, owner: id }, () => {
    throw new UnreadableKeyError()
  })
}
