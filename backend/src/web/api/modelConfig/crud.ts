import type { Database } from '../../../db/database.ts'
import type { KeyCipher } from '../../../models/keys/keyCipher.ts'
import type { ListedModelConfig, ModelConfig } from '../../../models/modelConfig.ts'
import {
  deleteModelConfigRow,
  insertModelConfig,
  listModelConfigs,
  listUnsupportedConfigs,
  updateModelConfigRow,
} from '../../../db/models/modelConfigQueries.ts'
import { systemClock } from '../../../clock.ts'
import { originOf } from '../../../models/address/addressOf.ts'
import { hasMasked, encryptHeaders } from '../../../models/keys/headerSecrets.ts'
import { EditedElsewhereError, ModelConfigNotFoundError, ProviderNotSupportedError } from '../../modelErrors.ts'
import type { ModelConfigCreate, ModelConfigUpdate } from '../../schemas/modelConfig.ts'
import { describeDifferences } from './describeDifferences.ts'
import { type ConfigFields, toConfigFields } from './toConfigFields.ts'

export interface SavedModelConfig {
  readonly config: ListedModelConfig
  /** What was changed on the way and is worth saying. */
  readonly notes: readonly string[]
}

export async function createModelConfig(
  db: Database,
  keySeal: KeyCipher,
  { apiKey, ...input }: ModelConfigCreate,
): Promise<SavedModelConfig> {
  const id = systemClock.newId()
  const now = new Date().toISOString()
  const { fields, notes } = toConfigFields(input)
  const sealedKey = apiKey === undefined ? null : keySeal.seal(apiKey.key, id)
  const config: ModelConfig = {
    id,
    ...withSealedHeaders(fields, { keySeal, owner: id, kept: null }),
    sealedKey,
    position: null,
    createdAt: now,
    updatedAt: now,
  }
  await insertModelConfig(db, config)
  return { config: { ...config, sessionCount: 0, lastTest: null }, notes: [...notes, ...notesOfKey(apiKey)] }
}

export const getModelConfigs = (db: Database): Promise<readonly ListedModelConfig[]> => listModelConfigs(db)

/** Throws `ModelConfigNotFoundError`, `ProviderNotSupportedError`. */
export async function getModelConfig(db: Database, id: string): Promise<ListedModelConfig> {
  const [config] = await listModelConfigs(db, id)
  if (config !== undefined) return config
  const isOfNewerVersion = (await listUnsupportedConfigs(db)).some((other) => other.id === id)
  throw isOfNewerVersion ? new ProviderNotSupportedError() : new ModelConfigNotFoundError()
}

/** Never writes over a change that it does not know of. Throws `EditedElsewhereError` where its caller knew of none. */
export async function updateModelConfig(
  db: Database,
  keySeal: KeyCipher,
  id: string,
  { updatedAt: knownAt, ...input }: ModelConfigUpdate,
): Promise<SavedModelConfig> {
  for (;;) {
    const { sessionCount, lastTest, ...stored } = await getModelConfig(db, id)
    const { config, notes } = change(stored, input, keySeal)
    if (knownAt !== undefined && knownAt !== stored.updatedAt) {
      throw new EditedElsewhereError(describeDifferences(stored, config))
    }
    if (await updateModelConfigRow(db, config, stored.updatedAt)) {
      return { config: { ...config, sessionCount, lastTest }, notes }
    }
  }
}

export async function deleteModelConfig(db: Database, id: string): Promise<void> {
  if (!(await deleteModelConfigRow(db, id))) throw new ModelConfigNotFoundError()
}

function change(
  stored: ModelConfig,
  { apiKey, ...input }: Omit<ModelConfigUpdate, 'updatedAt'>,
  keySeal: KeyCipher,
): { readonly config: ModelConfig; readonly notes: readonly string[] } {
  const { fields, notes } = toConfigFields(input)
  // A key belongs to the host that it was entered for.
  const isSameHost = originOf(stored) === originOf(fields)
  const losesKey = apiKey === undefined && !isSameHost && stored.sealedKey !== null
  const keptKey = apiKey === undefined && isSameHost ? stored.sealedKey : null
  const keptHeaders = isSameHost ? stored.parameters.extraHeaders : null
  const sealedFields = withSealedHeaders(fields, { keySeal, owner: stored.id, kept: keptHeaders })
  const losesHeaders = !isSameHost && hasMasked(fields.parameters.extraHeaders)
  const config: ModelConfig = {
    ...stored,
    ...sealedFields,
    sealedKey: apiKey == null ? keptKey : keySeal.seal(apiKey.key, stored.id),
    updatedAt: laterThan(stored.updatedAt),
  }
  return {
    config,
    notes: [
      ...notes,
      ...notesOfKey(apiKey),
      ...(losesKey ? [KEY_REMOVED] : []),
      ...(losesHeaders ? [HEADERS_REMOVED] : []),
    ],
  }
}

function withSealedHeaders(fields: ConfigFields, sealing: Parameters<typeof encryptHeaders>[1]): ConfigFields {
  const { parameters } = fields
  return { ...fields, parameters: { ...parameters, extraHeaders: encryptHeaders(parameters.extraHeaders, sealing) } }
}

/** Now, but never the time of the change before, which two in one millisecond would share. */
function laterThan(time: string): string {
  return new Date(Math.max(Date.now(), Date.parse(time) + 1)).toISOString()
}

const KEY_REMOVED = 'The stored key was entered for another host and has been removed: enter the key of the new one.'
const HEADERS_REMOVED =
  'The hidden headers were entered for another host and have been removed: enter those of the new one.'
const KEY_TRIMMED = 'White space around the key was left out.'

const notesOfKey = (apiKey: ModelConfigUpdate['apiKey']): readonly string[] => (apiKey?.isTrimmed ? [KEY_TRIMMED] : [])
