import { z } from 'zod'

import type { Database } from '../../../db/database.ts'
import type { KeyCipher } from '../../../models/keys/keyCipher.ts'
import { validationMessage } from '../../problems/validationMessages.ts'
import { PortableModelConfig, type ModelConfigImport, type RefusedEntry } from '../../schemas/modelConfigFile.ts'
import { createModelConfig, getModelConfigs, type SavedModelConfig } from './crud.ts'
import { describeDifferences } from './describeDifferences.ts'
import { toConfigFields } from './toConfigFields.ts'

export interface ImportedModelConfigs {
  readonly created: readonly SavedModelConfig[]
  readonly refused: readonly RefusedEntry[]
}

/** Saves what can be saved of a file, and says of every other entry why not. */
export async function importModelConfigs(
  db: Database,
  keySeal: KeyCipher,
  { modelConfigs }: ModelConfigImport,
): Promise<ImportedModelConfigs> {
  return db.transaction().execute(async (transaction) => {
    const created: SavedModelConfig[] = []
    const refused: RefusedEntry[] = []
    const known = [...(await getModelConfigs(transaction))]
    for (const [index, entry] of modelConfigs.entries()) {
      const name = nameOf(entry)
      const parsed = PortableModelConfig.safeParse(entry, { error: validationMessage })
      if (!parsed.success) {
        refused.push({ index, name, reason: 'Some of its fields are refused.', errors: errorsOf(parsed.error) })
        continue
      }
      const { apiKey, ...input } = parsed.data
      const { fields } = toConfigFields(input)
      if (known.some((config) => Object.keys(describeDifferences(config, fields)).length === 0)) {
        refused.push({ index, name, reason: 'There is already one that is the same.', errors: {} })
        continue
      }
      const saved = await createModelConfig(transaction, keySeal, input)
      known.push(saved.config)
      created.push(saved)
    }
    return { created, refused }
  })
}

const Named = z.object({ name: z.string().max(255) })

const nameOf = (entry: unknown): string | null => Named.safeParse(entry).data?.name ?? null

/** The first message for each field; `entry` where it concerns the whole. */
function errorsOf({ issues }: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const issue of issues) {
    const place = issue.path.map(String)
    const fields = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...place, key]) : [place]
    for (const field of fields) errors[field.join('.') || 'entry'] ??= issue.message
  }
  return errors
}
