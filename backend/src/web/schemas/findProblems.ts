import { maskSecrets } from '../../models/keys/parameterSecrets.ts'
import { findUnreadable, type ModelKeys } from '../../models/keys/modelKey.ts'
import { describeUnreadable } from '../../models/keys/unreadableKeyError.ts'
import type { ListedModelConfig } from '../../models/modelConfig.ts'
import { messagesByField } from '../problems/messagesByField.ts'
import { validationMessage } from '../problems/validationMessages.ts'
import { PortableModelConfig } from './modelConfigFile.ts'

/** What is wrong with a saved config, by field: what couldn't be entered today, can't be decrypted or is damaged. */
export function findProblems(
  config: ListedModelConfig,
  keys: Pick<ModelKeys, 'keyCipher'>,
): Readonly<Record<string, string>> {
  const { name, provider, modelName, baseUrl, exactAddress, inOnePiece, toolStyle, timeouts, parameters } = config
  const fields = {
    name,
    provider,
    modelName,
    baseUrl,
    exactAddress,
    inOnePiece,
    toolStyle,
    timeouts,
    ...maskSecrets(parameters),
  }
  const { error } = PortableModelConfig.safeParse(fields, { error: validationMessage })
  return {
    ...(config.isDamaged && { saved: DAMAGED }),
    ...(error !== undefined && messagesByField(error, 'saved')),
    ...describeUnreadable(findUnreadable(config, keys)),
  }
}

const DAMAGED = "A part of the saved settings is damaged and can't be read. Check them and save, or delete the model."
