import type { KeyCipher } from './keyCipher.ts'
import type { ModelConfig } from '../modelConfig.ts'
import type { EnvironmentKeys } from './environmentKeys.ts'
import { decryptHeaders } from './headerSecrets.ts'
import { UnreadableKeyError } from '../../web/modelErrors.ts'

export interface ModelKeys {
  readonly keySeal: KeyCipher
  readonly environmentKeys: EnvironmentKeys
}

/** The key that a config is asked with: its own, or else that of the environment. Throws `UnreadableKeyError`. */
export function decryptModelKey(
  config: Pick<ModelConfig, 'id' | 'sealedKey' | 'provider' | 'baseUrl' | 'exactAddress'>,
  { keySeal, environmentKeys }: ModelKeys,
): string | null {
  if (config.sealedKey === null) return environmentKeys.find(config)
  const key = keySeal.open(config.sealedKey, config.id)
  if (key === null) throw new UnreadableKeyError()
  return key
}

/** The headers that a config sends besides. Throws `UnreadableKeyError`. */
export function decryptModelHeaders(
  { id, parameters }: Pick<ModelConfig, 'id' | 'parameters'>,
  { keySeal }: Pick<ModelKeys, 'keySeal'>,
): ModelConfig['parameters']['extraHeaders'] {
  return decryptHeaders(parameters.extraHeaders, { keySeal, owner: id }, () => {
    throw new UnreadableKeyError()
  })
}
