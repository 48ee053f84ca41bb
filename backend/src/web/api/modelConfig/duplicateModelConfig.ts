import type { Database } from '../../../db/database.ts'
import type { KeyCipher } from '../../../models/keys/keyCipher.ts'
import type { ModelConfig } from '../../../models/modelConfig.ts'
import { insertModelConfig } from '../../../db/models/modelConfigQueries.ts'
import { systemClock } from '../../../clock.ts'
import { encryptHeaders } from '../../../models/keys/headerSecrets.ts'
import { decryptModelHeaders } from '../../../models/keys/modelKey.ts'
import { getModelConfig, getModelConfigs, type SavedModelConfig } from './crud.ts'

/** A copy under a name of its own. Its key comes along, being for the same host, sealed anew for its own id. */
export async function duplicateModelConfig(db: Database, keySeal: KeyCipher, id: string): Promise<SavedModelConfig> {
  const { sessionCount, lastTest, ...original } = await getModelConfig(db, id)
  const names = (await getModelConfigs(db)).map(({ name }) => name)
  const key = original.sealedKey === null ? null : keySeal.open(original.sealedKey, id)
  const copyId = systemClock.newId()
  const opened = decryptModelHeaders(original, { keySeal })
  const extraHeaders = encryptHeaders(opened, { keySeal, owner: copyId, kept: null })
  const now = new Date().toISOString()
  const config: ModelConfig = {
    ...original,
    id: copyId,
    name: nameOfCopy(original.name, names),
    parameters: { ...original.parameters, extraHeaders },
    sealedKey: key === null ? null : keySeal.seal(key, copyId),
    position: null,
    createdAt: now,
    updatedAt: now,
  }
  await insertModelConfig(db, config)
  const losesKey = original.sealedKey !== null && key === null
  return { config: { ...config, sessionCount: 0, lastTest: null }, notes: losesKey ? [KEY_UNREADABLE] : [] }
}

const KEY_UNREADABLE = 'The key of the original cannot be read and was not copied: enter it again.'
const MAX_LENGTH = 255

/** `Quill (copy)`, and for the next `Quill (copy 2)`. */
function nameOfCopy(original: string, taken: readonly string[]): string {
  const plain = original.replace(/ \(copy(?: \d+)?\)$/, '')
  for (let count = 1; ; count += 1) {
    const ending = count === 1 ? ' (copy)' : ` (copy ${count})`
    const name = `${plain.slice(0, MAX_LENGTH - ending.length)}${ending}`
    if (!taken.includes(name)) return name
  }
}
