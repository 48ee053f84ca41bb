import type { KeyCipher } from './keyCipher.ts'
import type { ModelConfig } from '../modelConfig.ts'
import type { ModelParameters } from '../parameters/modelParameters.ts'
import type { EnvironmentKeys } from './environmentKeys.ts'
import { openMasked, openSecrets } from './parameterSecrets.ts'
import { UnreadableKeyError, type UnreadableSecrets } from './unreadableKeyError.ts'

export interface ModelKeys {
  readonly keyCipher: KeyCipher
  readonly environmentKeys: EnvironmentKeys
}

export interface ModelSecrets {
  /** The stored key, or else the one in the environment. */
  readonly apiKey: string | null
  /** With the secrets in headers and fields decrypted. */
  readonly parameters: ModelParameters
}

type KeyOwner = Pick<ModelConfig, 'id' | 'sealedKey' | 'provider' | 'baseUrl' | 'exactAddress'>

/** Everything secret that a config's requests need. Throws `UnreadableKeyError`, which names all that is unreadable. */
export function decryptModelSecrets(config: KeyOwner & Pick<ModelConfig, 'parameters'>, keys: ModelKeys): ModelSecrets {
  const { parameters, unreadable: places } = openSecrets(config.parameters, sealingOf(config, keys))
  const { apiKey, isReadable } = openKey(config, keys)
  checkReadable({ apiKey: !isReadable, places })
  return { apiKey, parameters }
}

/** What the secrets of a form need that were not typed into it. Throws `UnreadableKeyError`. */
export function decryptKeptSecrets(
  typed: { readonly apiKey: string | null | undefined; readonly parameters: ModelParameters },
  stored: ModelConfig | null,
  recipe: Omit<KeyOwner, 'id' | 'sealedKey'>,
  keys: ModelKeys,
): ModelSecrets {
  if (stored === null) {
    const { parameters } = openMasked(typed.parameters, null, { ...keys, owner: '' })
    return { apiKey: typed.apiKey === undefined ? keys.environmentKeys.find(recipe) : typed.apiKey, parameters }
  }
  const { parameters, unreadable: places } = openMasked(typed.parameters, stored.parameters, sealingOf(stored, keys))
  const kept = typed.apiKey === undefined ? openKey({ ...stored, ...recipe }, keys) : null
  checkReadable({ apiKey: kept?.isReadable === false, places })
  return { apiKey: kept === null ? (typed.apiKey ?? null) : kept.apiKey, parameters }
}

/** What of a config can't be decrypted. */
export function findUnreadable(
  config: Pick<ModelConfig, 'id' | 'sealedKey' | 'parameters'>,
  { keyCipher }: Pick<ModelKeys, 'keyCipher'>,
): UnreadableSecrets {
  const { unreadable: places } = openSecrets(config.parameters, sealingOf(config, { keyCipher }))
  const { id, sealedKey } = config
  return { apiKey: sealedKey !== null && keyCipher.decrypt(sealedKey, id) === null, places }
}

function openKey(config: KeyOwner, { keyCipher, environmentKeys }: ModelKeys) {
  if (config.sealedKey === null) return { apiKey: environmentKeys.find(config), isReadable: true }
  const apiKey = keyCipher.decrypt(config.sealedKey, config.id)
  return { apiKey, isReadable: apiKey !== null }
}

const sealingOf = ({ id }: { readonly id: string }, { keyCipher }: Pick<ModelKeys, 'keyCipher'>) => ({
  keyCipher,
  owner: id,
})

function checkReadable(unreadable: UnreadableSecrets): void {
  if (unreadable.apiKey || unreadable.places.length > 0) throw new UnreadableKeyError(unreadable)
}
