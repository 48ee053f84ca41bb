import type { Database } from '../../../db/database.ts'
import type { KeySeal } from '../../../db/keySeal.ts'
import type { ListedModelConfig, ModelConfig } from '../../../db/models/modelConfig.ts'
import {
  deleteModelConfigRow,
  insertModelConfig,
  listModelConfigs,
  updateModelConfigRow,
} from '../../../db/models/modelConfigQueries.ts'
import { newId } from '../../../ids.ts'
import { originOf } from '../../../modelAddress/addressOf.ts'
import { ModelConfigNotFoundError } from '../../modelErrors.ts'
import type { ModelConfigCreate, ModelConfigUpdate } from '../../schemas/modelConfig.ts'
import { toConfigFields } from './toConfigFields.ts'

export interface SavedModelConfig {
  readonly config: ListedModelConfig
  /** What was changed on the way and is worth saying. */
  readonly notes: readonly string[]
}

export async function createModelConfig(
  db: Database,
  keySeal: KeySeal,
  { apiKey, ...input }: ModelConfigCreate,
): Promise<SavedModelConfig> {
  const id = newId()
  const now = new Date().toISOString()
  const { fields, notes } = toConfigFields(input)
  const sealedKey = apiKey === undefined ? null : keySeal.seal(apiKey, id)
  const config: ModelConfig = {
    id,
    ...fields,
    sealedKey,
    position: null,
    lastTest: null,
    createdAt: now,
    updatedAt: now,
  }
  await insertModelConfig(db, config)
  return { config: { ...config, sessionCount: 0 }, notes }
}

export const getModelConfigs = (db: Database): Promise<readonly ListedModelConfig[]> => listModelConfigs(db)

export async function getModelConfig(db: Database, id: string): Promise<ListedModelConfig> {
  const [config] = await listModelConfigs(db, id)
  if (config === undefined) throw new ModelConfigNotFoundError()
  return config
}

export async function updateModelConfig(
  db: Database,
  keySeal: KeySeal,
  id: string,
  { apiKey, ...input }: ModelConfigUpdate,
): Promise<SavedModelConfig> {
  const { sessionCount, ...stored } = await getModelConfig(db, id)
  const { fields, notes } = toConfigFields(input)
  // A key belongs to the host that it was entered for.
  const isSameHost = originOf(stored) === originOf(fields)
  const losesKey = apiKey === undefined && !isSameHost && stored.sealedKey !== null
  const keptKey = apiKey === undefined && isSameHost ? stored.sealedKey : null
  const config: ModelConfig = {
    ...stored,
    ...fields,
    sealedKey: apiKey == null ? keptKey : keySeal.seal(apiKey, id),
    updatedAt: new Date().toISOString(),
  }
  await updateModelConfigRow(db, config)
  return { config: { ...config, sessionCount }, notes: losesKey ? [...notes, KEY_REMOVED] : notes }
}

export async function deleteModelConfig(db: Database, id: string): Promise<void> {
  if (!(await deleteModelConfigRow(db, id))) throw new ModelConfigNotFoundError()
}

const KEY_REMOVED = 'The stored key was entered for another host and has been removed: enter the key of the new one.'
