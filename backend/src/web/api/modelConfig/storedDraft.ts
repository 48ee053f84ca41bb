import { saveConnectionTest } from '../../../db/models/connectionTest.ts'
import type { DraftModel } from '../../../models/draftModel.ts'
import type { ListedModelConfig } from '../../../models/modelConfig.ts'
import { maskSecrets } from '../../../models/keys/parameterSecrets.ts'
import type { AppServices } from '../../appServices.ts'
import { toDraftModel } from '../../toDraftModel.ts'

export type DraftSources = Pick<AppServices, 'db' | 'keyCipher' | 'environmentKeys' | 'modelLists' | 'recentTests'>

/** A saved model, ready for requests. Throws `UnreadableKeyError`. */
export function toStoredDraft(config: ListedModelConfig, sources: DraftSources): Promise<DraftModel> {
  const { id, name, provider, modelName, baseUrl, exactAddress, inOnePiece, toolStyle, timeouts, parameters } = config
  const fields = {
    id,
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
  return toDraftModel(fields, sources)
}

/** Stores the result of a test that was made before saving, if exactly these values were tested. */
export async function keepRecentTest(config: ListedModelConfig, sources: DraftSources): Promise<ListedModelConfig> {
  const draft = await toStoredDraft(config, sources).catch(() => null)
  const lastTest = draft === null ? undefined : sources.recentTests.find(draft)
  if (lastTest === undefined) return config
  await saveConnectionTest(sources.db, config.id, lastTest)
  return { ...config, lastTest }
}
