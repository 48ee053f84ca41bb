import { z } from 'zod'

import { checkModelName } from './checkModelName.ts'
import { findUnstorable } from '../../storableText.ts'
import { UNSTORABLE_TEXT } from '../problems/validationMessages.ts'
import { withAnyText } from './anyText.ts'
import { Timestamp } from './common.ts'
import { checkAddress, ModelConfigFields, ModelConfigResponse, StoredFields } from './modelConfig.ts'

const FORMAT = 'llm-gamebook/model-configs'
const NO_KEYS = 'Model files must not contain keys: remove it, then enter it after the import.'

/** A model config in a file, without its key. */
export const PortableModelConfig = ModelConfigFields.extend({
  apiKey: z.undefined({ error: NO_KEYS }).optional(),
})
  .superRefine(checkAddress)
  .superRefine(checkModelName)
  .superRefine(checkTexts)
export type PortableModelConfig = z.infer<typeof PortableModelConfig>

function checkTexts(config: object, context: z.RefinementCtx): void {
  const path = findUnstorable(config)
  if (path !== null) context.addIssue({ code: 'custom', path: [...path], message: UNSTORABLE_TEXT })
}

const Head = {
  format: z.literal(FORMAT, { error: 'This is not a model file.' }),
  version: z.literal(1, { error: 'Unknown file version: the file may be from a newer version of the app.' }),
}

export const ModelConfigExport = z
  .object({
    ...Head,
    exportedAt: Timestamp,
    modelConfigs: z.array(z.object(StoredFields)),
    leftOut: z
      .array(z.string())
      .describe('What the file leaves out besides API keys: secret headers and fields, as `model: name`'),
  })
  .meta({ id: 'ModelConfigExport' })
export type ModelConfigExport = z.infer<typeof ModelConfigExport>

/** The result of `GET /model-configs/export`. Entries are independent: an invalid one doesn't affect the others. */
export const ModelConfigImport = withAnyText(
  z.object({ ...Head, modelConfigs: z.array(z.unknown()).max(1000) }).meta({ id: 'ModelConfigImport' }),
)
export type ModelConfigImport = z.infer<typeof ModelConfigImport>

export const RefusedEntry = z.object({
  index: z.int().describe('Its position in the file, from 0'),
  name: z.string().nullable(),
  reason: z.string(),
  errors: z.record(z.string(), z.string()).describe('Messages by field'),
})
export type RefusedEntry = z.infer<typeof RefusedEntry>

export const ModelConfigImported = z
  .object({ created: z.array(ModelConfigResponse), refused: z.array(RefusedEntry) })
  .meta({ id: 'ModelConfigImported' })
