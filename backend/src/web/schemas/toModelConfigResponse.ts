import type { KeyCipher } from '../../models/keys/keyCipher.ts'
import type { ListedModelConfig } from '../../models/modelConfig.ts'
import type { EnvironmentKeys } from '../../models/keys/environmentKeys.ts'
import { addressOf, runsLocally } from '../../models/address/addressOf.ts'
import { maskSecrets } from '../../models/keys/parameterSecrets.ts'
import { findProblems } from './findProblems.ts'
import type { KeyState, ModelConfigResponse } from './modelConfig.ts'

export interface KeySources {
  readonly keyCipher: KeyCipher
  readonly environmentKeys: EnvironmentKeys
}

export interface ModelConfigExtras {
  readonly notes?: readonly string[]
  readonly refusedParameters?: readonly { readonly parameter: string; readonly reason: string }[]
}

export function toModelConfigResponse(
  config: ListedModelConfig,
  keys: KeySources,
  { notes = [], refusedParameters = [] }: ModelConfigExtras = {},
): ModelConfigResponse {
  const { sealedKey, parameters, position, ...rest } = config
  return {
    ...rest,
    ...maskSecrets(parameters),
    apiKey: describeKey(config, keys),
    resolvedUrl: addressOf(config)?.chatUrl(config.modelName) ?? null,
    refusedParameters: refusedParameters.map(({ parameter, reason }) => ({ parameter, reason })),
    problems: findProblems(config, keys),
    local: runsLocally(config),
    saveNotes: [...notes],
    notes: [...notes],
  }
}

function describeKey(config: ListedModelConfig, { keyCipher, environmentKeys }: KeySources): KeyState {
  const variable = environmentKeys.findVariable(config)
  const inEnvironment = variable === null ? {} : { environmentVariable: variable }
  if (config.sealedKey !== null) {
    const key = keyCipher.decrypt(config.sealedKey, config.id)
    return key === null
      ? { source: 'unreadable', ...inEnvironment }
      : { source: 'stored', ...endOf(key), ...inEnvironment }
  }
  const key = environmentKeys.find(config)
  return key === null ? { source: 'none' } : { source: 'environment', ...endOf(key), ...inEnvironment }
}

/** The last four characters of a shorter key would reveal half of it. */
const MIN_KEY_WITH_END = 8

const endOf = (key: string): { lastFour?: string } => (key.length < MIN_KEY_WITH_END ? {} : { lastFour: key.slice(-4) })
