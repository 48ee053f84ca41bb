import { z } from 'zod'

import { validationMessage } from '../../problems/validationMessages.ts'
import { PortableModelConfig, type ModelConfigImport, type RefusedEntry } from '../../schemas/modelConfigFile.ts'
import { type ConfigStore, createModelConfig, getModelConfigs, type SavedModelConfig } from './crud.ts'
import { describeDifferences } from './describeDifferences.ts'
import { toConfigFields } from './toConfigFields.ts'

export interface ImportedModelConfigs {
  readonly created: readonly SavedModelConfig[]
  readonly refused: readonly RefusedEntry[]
}

/** Saves the valid entries of a file and returns why the others were rejected. */
export async function importModelConfigs(
  store: ConfigStore,
  { modelConfigs }: ModelConfigImport,
): Promise<ImportedModelConfigs> {
  return store.db.transaction().execute(async (transaction) => {
    const created: SavedModelConfig[] = []
    const refused: RefusedEntry[] = []
    const known = [...(await getModelConfigs(transaction))]
    for (const [index, entry] of modelConfigs.entries()) {
      const name = nameOf(entry)
      const parsed = PortableModelConfig.safeParse(entry, { error: validationMessage })
      if (!parsed.success) {
        refused.push({ index, name, reason: 'Some fields are invalid.', errors: errorsOf(parsed.error) })
        continue
      }
      const { apiKey, ...input } = parsed.data
      const { fields } = toConfigFields(input)
      if (known.some((config) => Object.keys(describeDifferences(config, fields)).length === 0)) {
        refused.push({ index, name, reason: 'An identical model already exists.', errors: {} })
        continue
      }
      const saved = await createModelConfig({ ...store, db: transaction }, input)
      known.push(saved.config)
      created.push(saved)
    }
    return { created, refused }
  })
}

const Named = z.object({ name: z.string().max(255) })

const nameOf = (entry: unknown): string | null => Named.safeParse(entry).data?.name ?? null

/** The first message for each field; `entry` for the entry as a whole. */
function errorsOf({ issues }: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const issue of issues) {
    const path = issue.path.map(String)
    const fields = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...path, key]) : [path]
    for (const field of fields) errors[field.join('.') || 'entry'] ??= issue.message
  }
  return errors
}
