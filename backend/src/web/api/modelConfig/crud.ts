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
import { deleteModelReport } from '../../../db/models/modelReports.ts'
import type { Clock } from '../../../clock.ts'
import { originOf } from '../../../models/address/addressOf.ts'
import { HiddenValueError } from '../../../models/keys/hiddenValueError.ts'
import { sealSecrets } from '../../../models/keys/parameterSecrets.ts'
import {
  EditedElsewhereError,
  ModelConfigNotFoundError,
  ProviderNotSupportedError,
} from '../../../models/modelErrors.ts'
import type { ModelConfigCreate, ModelConfigUpdate } from '../../schemas/modelConfig.ts'
import { describeDifferences } from './describeDifferences.ts'
import { toConfigFields } from './toConfigFields.ts'

export interface SavedModelConfig {
  readonly config: ListedModelConfig
  /** What was changed when it was saved. */
  readonly notes: readonly string[]
}

export interface ConfigStore {
  readonly db: Database
  readonly keyCipher: KeyCipher
  readonly clock: Clock
}

export async function createModelConfig(store: ConfigStore, input: ModelConfigCreate): Promise<SavedModelConfig> {
  const { config, notes } = toNewConfig(store, input)
  await insertModelConfig(store.db, config)
  return { config: asListed(config), notes }
}

/** A config to insert. Throws `HiddenValueError`. */
export function toNewConfig(
  { keyCipher, clock }: Omit<ConfigStore, 'db'>,
  { apiKey, ...input }: ModelConfigCreate,
): { readonly config: ModelConfig; readonly notes: readonly string[] } {
  const id = clock.newId()
  const now = clock.now()
  const { fields, notes } = toConfigFields(input)
  const sealedKey = apiKey === undefined ? null : keyCipher.encrypt(apiKey.key, id)
  const { parameters, missing } = sealSecrets(fields.parameters, null, { keyCipher, owner: id })
  if (missing.length > 0) throw new HiddenValueError(missing)
  const config: ModelConfig = {
    id,
    ...fields,
    parameters,
    sealedKey,
    position: null,
    createdAt: now,
    updatedAt: now,
  }
  return { config, notes: [...notes, ...notesOfKey(apiKey)] }
}

/** A config that was just saved, with what is known about it. */
export const asListed = (
  config: ModelConfig,
  known: Pick<ListedModelConfig, 'sessionCount' | 'lastTest'> = { sessionCount: 0, lastTest: null },
): ListedModelConfig => ({ ...config, ...known, revision: config.updatedAt, isDamaged: false })

export const getModelConfigs = (db: Database): Promise<readonly ListedModelConfig[]> => listModelConfigs(db)

/** Throws `ModelConfigNotFoundError`, `ProviderNotSupportedError`. */
export async function getModelConfig(db: Database, id: string): Promise<ListedModelConfig> {
  const [config] = await listModelConfigs(db, id)
  if (config !== undefined) return config
  const isOfNewerVersion = (await listUnsupportedConfigs(db)).some((other) => other.id === id)
  throw isOfNewerVersion ? new ProviderNotSupportedError() : new ModelConfigNotFoundError()
}

/** Throws `HiddenValueError`, and `EditedElsewhereError` instead of overwriting a change that its caller didn't know of. */
export async function updateModelConfig(
  store: ConfigStore,
  id: string,
  { updatedAt: knownAt, ...input }: ModelConfigUpdate,
): Promise<SavedModelConfig> {
  for (;;) {
    const { sessionCount, lastTest, revision, isDamaged, ...stored } = await getModelConfig(store.db, id)
    const { config, notes } = change(stored, input, store)
    if (knownAt !== undefined && knownAt !== stored.updatedAt) {
      throw new EditedElsewhereError(describeDifferences(stored, config))
    }
    if (await updateModelConfigRow(store.db, config, revision)) {
      if (!isSameModel(stored, config)) await deleteModelReport(store.db, id)
      return { config: asListed(config, { sessionCount, lastTest }), notes }
    }
  }
}

/** Whether a report on one is one on the other. */
const isSameModel = (one: ModelConfig, other: ModelConfig): boolean =>
  one.provider === other.provider && one.modelName === other.modelName && originOf(one) === originOf(other)

export async function deleteModelConfig(db: Database, id: string): Promise<void> {
  if (!(await deleteModelConfigRow(db, id))) throw new ModelConfigNotFoundError()
}

function change(
  stored: ModelConfig,
  { apiKey, ...input }: Omit<ModelConfigUpdate, 'updatedAt'>,
  { keyCipher, clock }: ConfigStore,
): { readonly config: ModelConfig; readonly notes: readonly string[] } {
  const { fields, notes } = toConfigFields(input)
  // A key belongs to the host that it was entered for.
  const isSameHost = originOf(stored) === originOf(fields)
  const losesKey = apiKey === undefined && !isSameHost && stored.sealedKey !== null
  const keptKey = apiKey === undefined && isSameHost ? stored.sealedKey : null
  const kept = isSameHost ? stored.parameters : null
  const { parameters, missing } = sealSecrets(fields.parameters, kept, { keyCipher, owner: stored.id })
  if (missing.length > 0 && isSameHost) throw new HiddenValueError(missing)
  const config: ModelConfig = {
    ...stored,
    ...fields,
    parameters,
    sealedKey: apiKey == null ? keptKey : keyCipher.encrypt(apiKey.key, stored.id),
    updatedAt: laterOf(clock.now(), stored.updatedAt),
  }
  return {
    config,
    notes: [
      ...notes,
      ...notesOfKey(apiKey),
      ...(losesKey ? [KEY_REMOVED] : []),
      ...(missing.length > 0 ? [SECRETS_REMOVED] : []),
    ],
  }
}

/** Now, but at least a millisecond after the change before, so two changes never share a time. */
function laterOf(now: string, before: string): string {
  return new Date(Math.max(Date.parse(now), Date.parse(before) + 1)).toISOString()
}

const KEY_REMOVED = 'The stored key was for another host and was removed. Enter the key for the new host.'
const SECRETS_REMOVED =
  'The hidden headers and request fields were for another host and were removed. Enter those for the new host.'
const KEY_TRIMMED = 'Spaces around the key were removed.'

const notesOfKey = (apiKey: ModelConfigUpdate['apiKey']): readonly string[] => (apiKey?.isTrimmed ? [KEY_TRIMMED] : [])
