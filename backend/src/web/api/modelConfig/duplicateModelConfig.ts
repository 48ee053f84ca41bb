import type { ModelConfig } from '../../../models/modelConfig.ts'
import { insertModelConfig } from '../../../db/models/modelConfigQueries.ts'
import { openSecrets, sealSecrets } from '../../../models/keys/parameterSecrets.ts'
import { asListed, type ConfigStore, getModelConfig, getModelConfigs, type SavedModelConfig } from './crud.ts'

/** A copy with a new name. Its host is the same, so its key is copied, encrypted for the new id. */
export async function duplicateModelConfig(
  { db, keyCipher, clock }: ConfigStore,
  id: string,
): Promise<SavedModelConfig> {
  const { sessionCount, lastTest, revision, isDamaged, ...original } = await getModelConfig(db, id)
  const names = (await getModelConfigs(db)).map(({ name }) => name)
  const key = original.sealedKey === null ? null : keyCipher.decrypt(original.sealedKey, id)
  const copyId = clock.newId()
  const opened = openSecrets(original.parameters, { keyCipher, owner: id })
  const { parameters } = sealSecrets(opened.parameters, null, { keyCipher, owner: copyId })
  const now = clock.now()
  const config: ModelConfig = {
    ...original,
    id: copyId,
    name: nameOfCopy(original.name, names),
    parameters,
    sealedKey: key === null ? null : keyCipher.encrypt(key, copyId),
    position: null,
    createdAt: now,
    updatedAt: now,
  }
  await insertModelConfig(db, config)
  const losesKey = original.sealedKey !== null && key === null
  const lost = opened.unreadable.map(({ path }) => path)
  return {
    config: asListed(config),
    notes: [...(losesKey ? [KEY_UNREADABLE] : []), ...(lost.length > 0 ? [notCopied(lost)] : [])],
  }
}

const KEY_UNREADABLE = "The original's key can't be decrypted and wasn't copied. Enter it again."
const notCopied = (names: readonly string[]): string =>
  `These values can't be decrypted and weren't copied: ${names.join(', ')}. Enter them again.`
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
