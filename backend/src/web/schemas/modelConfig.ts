import { z } from 'zod'

import { ConnectionTest } from '../../models/connectionTest/connectionTest.ts'
import { resolveAddress } from '../../models/address/resolveAddress.ts'
import { ModelParameters, PARAMETER_NAMES } from '../../models/parameters/modelParameters.ts'
import { ExtraBody, ExtraHeaders } from '../../models/parameters/requestFields.ts'
import { providers } from '../../models/providers/providers.ts'
import { noTimeouts, Timeouts } from '../../models/timeouts.ts'
import { ToolStyle } from '../../models/toolStyle.ts'
import { type ModelProvider, PROVIDERS } from '../../providers.ts'
import { checkModelName } from './checkModelName.ts'
import { isVisible } from './visibleText.ts'
import { Id, StoredId, Timestamp, Title } from './common.ts'
import { ApiKey } from './apiKeyInput.ts'

const Provider = z.enum(PROVIDERS, 'Provider not supported')
const Name = Title.refine(isVisible, { error: 'Must not be empty.' })

export const AddressFields = {
  provider: Provider,
  baseUrl: z
    .string()
    .trim()
    .max(2000)
    .transform((typed) => (typed === '' ? null : typed))
    .nullable()
    .default(null)
    .describe("In any form users paste; null for the provider's default"),
  exactAddress: z.boolean().default(false).describe('Use the URL exactly as entered'),
}

const TOOL_STYLES =
  'How the model gets its functions: `growing` as tools that take any text, `narrow` as tools with only the arguments that are possible now, `text` in words, for models without tools'

export const ModelConfigFields = z.strictObject({
  name: Name,
  ...AddressFields,
  modelName: Name,
  ...ModelParameters.shape,
  extraHeaders: ExtraHeaders.nullable().default(null),
  extraBody: ExtraBody.nullable().default(null),
  inOnePiece: z.boolean().default(false).describe("For servers that can't stream: the answer is requested whole"),
  toolStyle: ToolStyle.default('growing').describe(TOOL_STYLES),
  timeouts: Timeouts.default(noTimeouts),
})

export const ModelConfigCreate = ModelConfigFields.extend({ apiKey: ApiKey.optional() })
  .superRefine(checkAddress)
  .superRefine(checkModelName)
  .meta({ id: 'ModelConfigCreate' })
export type ModelConfigCreate = z.infer<typeof ModelConfigCreate>

/** `apiKey` absent keeps the stored key, text replaces it, null removes it. */
export const ModelConfigUpdate = ModelConfigFields.extend({
  apiKey: ApiKey.nullable().optional(),
  updatedAt: Timestamp.optional().describe(
    'The `updatedAt` of the config that was edited: if it has changed since, nothing is saved (409 `edited-elsewhere`)',
  ),
})
  .superRefine(checkAddress)
  .superRefine(checkModelName)
  .meta({ id: 'ModelConfigUpdate' })
export type ModelConfigUpdate = z.infer<typeof ModelConfigUpdate>

const DraftFields = ModelConfigFields.extend({
  id: Id.optional(),
  name: z.string().max(255).default(''),
  apiKey: ApiKey.nullable().optional(),
})

/** A form, saved or not: without a key, it uses the stored key of the config `id` at the same host. */
export const ModelConfigDraft = DraftFields.superRefine(checkAddress)
  .superRefine(checkModelName)
  .meta({ id: 'ModelConfigDraft' })
export type ModelConfigDraft = z.infer<typeof ModelConfigDraft>

/** The same without a model name. */
export const ModelListDraft = DraftFields.extend({ modelName: z.string().max(255).default('') })
  .superRefine(checkAddress)
  .meta({ id: 'ModelListDraft' })

/** A parameter that is no longer sent. */
export const RefusedParameter = z
  .object({ parameter: z.string(), reason: z.string().describe("The provider's message") })
  .meta({ id: 'RefusedParameter' })

export const RefusedParameterParams = z.strictObject({ id: Id, parameter: z.enum(PARAMETER_NAMES) })

/** `environment`: from a variable of the server. `unreadable`: encrypted with an earlier secret. */
const KeyState = z.object({
  source: z.enum(['stored', 'environment', 'none', 'unreadable']),
  lastFour: z.string().optional(),
  environmentVariable: z
    .string()
    .optional()
    .describe('The environment variable whose key for this host is used if none is stored'),
})
export type KeyState = z.infer<typeof KeyState>

/** The fields of a form without the key. */
export const StoredFields = {
  name: z.string(),
  provider: z.enum(PROVIDERS),
  modelName: z.string(),
  baseUrl: z.string().nullable(),
  exactAddress: z.boolean(),
  inOnePiece: z.boolean(),
  toolStyle: ToolStyle,
  timeouts: Timeouts,
  ...ModelParameters.shape,
}

/** A model config for clients: instead of the key, its source and its last four characters. */
export const ModelConfigResponse = z
  .object({
    id: Id,
    ...StoredFields,
    apiKey: KeyState,
    resolvedUrl: z.string().nullable().describe('The exact request URL'),
    refusedParameters: z.array(RefusedParameter),
    problems: z
      .record(z.string(), z.string())
      .describe('What is wrong with the saved settings, by field; `saved` for all of them'),
    lastTest: ConnectionTest.nullable(),
    sessionCount: z.int(),
    local: z.boolean().describe("Whether the model runs on the server's machine, judging by its host"),
    saveNotes: z.array(z.string()).describe('What was changed when it was saved'),
    notes: z.array(z.string()).meta({ deprecated: true, description: 'Use `saveNotes`' }),
    createdAt: Timestamp,
    updatedAt: Timestamp,
  })
  .meta({ id: 'ModelConfig' })
export type ModelConfigResponse = z.infer<typeof ModelConfigResponse>

export const ModelConfigList = z
  .object({
    data: z.array(ModelConfigResponse),
    count: z.int(),
    unsupported: z
      .array(z.object({ id: StoredId, name: z.string(), provider: z.string() }))
      .describe('Configs that this version can’t read, such as those of unknown providers: stored, but not used'),
  })
  .meta({ id: 'ModelConfigList' })

export const ModelConfigOrder = z
  .strictObject({
    ids: z
      .array(Id)
      .max(1000)
      .refine((ids) => new Set(ids).size === ids.length, { error: 'Each id can appear once.' }),
  })
  .meta({ id: 'ModelConfigOrder' })

interface Addressed {
  readonly provider: ModelProvider
  readonly baseUrl: string | null
  readonly exactAddress: boolean
}

export function checkAddress({ provider, baseUrl, exactAddress }: Addressed, context: z.RefinementCtx): void {
  const refusal = refusalOf({ provider, baseUrl, exactAddress })
  if (refusal !== null) context.addIssue({ code: 'custom', path: ['baseUrl'], message: refusal })
}

function refusalOf({ provider, baseUrl, exactAddress }: Addressed): string | null {
  const { label, server } = providers[provider]
  if (server === null) return null
  if (baseUrl === null && server.baseUrlRequired) return `Base URL is required for ${label}`
  const address = resolveAddress({ provider, typed: baseUrl ?? '', exactly: exactAddress })
  return 'refusal' in address ? address.refusal : null
}
