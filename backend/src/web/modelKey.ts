import type { KeySeal } from '../db/keySeal.ts'
import type { ModelConfig } from '../db/models/modelConfig.ts'
import type { EnvironmentKeys } from '../environmentKeys.ts'
import { openHeaders } from '../modelParameters/headerSecrets.ts'
import { UnreadableKeyError } from './modelErrors.ts'

export interface ModelKeys {
  readonly keySeal: KeySeal
  readonly environmentKeys: EnvironmentKeys
}

/** The key that a config is asked with: its own, or else that of the environment. Throws `UnreadableKeyError`. */
export function openModelKey(
  config: Pick<ModelConfig, 'id' | 'sealedKey' | 'provider' | 'baseUrl' | 'exactAddress'>,
  { keySeal, environmentKeys }: ModelKeys,
): string | null {
  if (config.sealedKey === null) return environmentKeys.find(config)
  const key = keySeal.open(config.sealedKey, config.id)
  if (key === null) throw new UnreadableKeyError()
  return key
}

/** The headers that a config sends besides. Throws `UnreadableKeyError`. */
export function openModelHeaders(
  { id, parameters }: Pick<ModelConfig, 'id' | 'parameters'>,
  { keySeal }: Pick<ModelKeys, 'keySeal'>,
): ModelConfig['parameters']['extraHeaders'] {
  return openHeaders(parameters.extraHeaders, { keySeal, owner: id }, () => {
    throw new UnreadableKeyError()
  })
}
