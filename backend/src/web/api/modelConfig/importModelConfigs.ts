import { z } from 'zod'

import { insertModelConfigs } from '../../../db/models/modelConfigQueries.ts'
import { mapInSlices } from '../../../inSlices.ts'
import { HiddenValueError } from '../../../models/keys/hiddenValueError.ts'
import type { ModelConfig } from '../../../models/modelConfig.ts'
import { messagesByField } from '../../problems/messagesByField.ts'
import { validationMessage } from '../../problems/validationMessages.ts'
import { PortableModelConfig, type ModelConfigImport, type RefusedEntry } from '../../schemas/modelConfigFile.ts'
import { asListed, type ConfigStore, getModelConfigs, type SavedModelConfig, toNewConfig } from './crud.ts'
import { type ConfigFields, toConfigFields } from './toConfigFields.ts'

export interface ImportedModelConfigs {
  readonly created: readonly SavedModelConfig[]
  readonly refused: readonly RefusedEntry[]
}

/**
 * Saves the valid entries of a file, all at once, and returns why the others were rejected. They are read and encrypted
 * in slices, before the transaction, so a long file stops nobody.
 */
export async function importModelConfigs(
  store: ConfigStore,
  { modelConfigs }: ModelConfigImport,
): Promise<ImportedModelConfigs> {
  const known = new Set(await mapInSlices(await getModelConfigs(store.db), describeFields))
  const read = await mapInSlices(modelConfigs, (entry, index) => readEntry(entry, index, { store, known }))
  const saved = read.flatMap((entry) => ('config' in entry ? [entry] : []))
  await insertModelConfigs(
    store.db,
    saved.map(({ config }) => config),
  )
  return {
    created: saved.map(({ config, notes }) => ({ config: asListed(config), notes })),
    refused: read.flatMap((entry) => ('reason' in entry ? [entry] : [])),
  }
}

interface Reading {
  readonly store: ConfigStore
  /** The fields of all configs so far. */
  readonly known: Set<string>
}

type ReadEntry = RefusedEntry | { readonly config: ModelConfig; readonly notes: readonly string[] }

function readEntry(entry: unknown, index: number, { store, known }: Reading): ReadEntry {
  const refuse = (reason: string, errors: Record<string, string>): RefusedEntry => ({
    index,
    name: nameOf(entry),
    reason,
    errors,
  })
  const parsed = PortableModelConfig.safeParse(entry, { error: validationMessage })
  if (!parsed.success) return refuse(INVALID, messagesByField(parsed.error, 'entry'))
  const { apiKey, ...input } = parsed.data
  const fields = describeFields(toConfigFields(input).fields)
  if (known.has(fields)) return refuse('An identical model already exists.', {})
  try {
    const added = toNewConfig(store, input)
    known.add(fields)
    return added
  } catch (error) {
    if (error instanceof HiddenValueError) return refuse(INVALID, { ...error.errors })
    throw error
  }
}

const INVALID = 'Some fields are invalid.'

const describeFields = ({ parameters, ...fields }: ConfigFields) =>
  JSON.stringify([
    [fields.name, fields.provider, fields.modelName, fields.baseUrl, fields.exactAddress, fields.inOnePiece],
    [fields.toolStyle, fields.timeouts.firstWord, fields.timeouts.total],
    Object.entries(parameters).toSorted(([one], [other]) => (one < other ? -1 : 1)),
  ])

const Named = z.object({ name: z.string().max(255) })

const nameOf = (entry: unknown): string | null => Named.safeParse(entry).data?.name ?? null
