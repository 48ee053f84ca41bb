import { z } from 'zod'

import { ConnectionTest } from '../../db/models/connectionTest.ts'
import { resolveAddress } from '../../modelAddress/resolveAddress.ts'
import { ModelParameters } from '../../modelParameters/modelParameters.ts'
import { PROVIDERS, providerFacts } from '../../providers.ts'
import { Id, Timestamp } from './common.ts'

const Provider = z.enum(PROVIDERS, 'Provider not supported')
const ApiKey = z
  .string()
  .max(1000)
  .trim()
  .min(1)
  .regex(/^\S*$/, 'A key has no white space in it.')
  .describe('Write-only. White space around it is left out.')

const AddressFields = {
  provider: Provider,
  baseUrl: z
    .string()
    .trim()
    .max(2000)
    .transform((typed) => (typed === '' ? null : typed))
    .nullable()
    .default(null)
    .describe('As people paste it; null for the provider’s own'),
  exactAddress: z.boolean().default(false).describe('Take the address exactly as it is'),
}

const ModelConfigFields = z.strictObject({
  name: z.string().trim().min(1).max(255),
  ...AddressFields,
  modelName: z.string().trim().min(1).max(255),
  ...ModelParameters.shape,
  inOnePiece: z.boolean().default(false).describe('For servers that do not stream: the answer is asked for whole'),
})

export const ModelConfigCreate = ModelConfigFields.extend({ apiKey: ApiKey.optional() })
  .superRefine(checkAddress)
  .meta({ id: 'ModelConfigCreate' })
export type ModelConfigCreate = z.infer<typeof ModelConfigCreate>

/** `apiKey` absent keeps the stored key, text replaces it, null removes it. */
export const ModelConfigUpdate = ModelConfigFields.extend({ apiKey: ApiKey.nullable().optional() })
  .superRefine(checkAddress)
  .meta({ id: 'ModelConfigUpdate' })
export type ModelConfigUpdate = z.infer<typeof ModelConfigUpdate>

/** A form as it stands, saved or not: without a key in it, the key of the config `id` is used at its own host. */
export const ModelConfigDraft = ModelConfigFields.extend({
  id: Id.optional(),
  name: z.string().max(255).default(''),
  apiKey: ApiKey.nullable().optional(),
})
  .superRefine(checkAddress)
  .meta({ id: 'ModelConfigDraft' })
export type ModelConfigDraft = z.infer<typeof ModelConfigDraft>

export const AddressDraft = z
  .strictObject({ ...AddressFields, modelName: z.string().max(255).default('') })
  .meta({ id: 'AddressDraft' })
export type AddressDraft = z.infer<typeof AddressDraft>
/** What would be asked; `refusal` tells why nothing would be. */
export const AddressPreview = z
  .object({
    baseUrl: z.string().nullable(),
    listUrl: z.string().nullable(),
    chatUrl: z.string().nullable(),
    notes: z.array(z.string()),
    refusal: z.string().nullable(),
  })
  .meta({ id: 'AddressPreview' })
export type AddressPreview = z.infer<typeof AddressPreview>

/** `environment`: from a variable of the server. `unreadable`: sealed with another secret than there is now. */
const KeyState = z.object({
  source: z.enum(['stored', 'environment', 'none', 'unreadable']),
  lastFour: z.string().optional(),
})
export type KeyState = z.infer<typeof KeyState>

/** What a client may see: never the key, only where it comes from and how it ends. */
export const ModelConfigResponse = z
  .object({
    id: Id,
    name: z.string(),
    provider: z.enum(PROVIDERS),
    modelName: z.string(),
    baseUrl: z.string().nullable(),
    exactAddress: z.boolean(),
    inOnePiece: z.boolean(),
    ...ModelParameters.shape,
    apiKey: KeyState,
    resolvedUrl: z.string().nullable().describe('The exact address that is asked'),
    refusedParameters: z.array(z.object({ parameter: z.string(), reason: z.string() })),
    lastTest: ConnectionTest.nullable(),
    sessionCount: z.int(),
    notes: z.array(z.string()).describe('What was changed on saving and is worth saying'),
    createdAt: Timestamp,
    updatedAt: Timestamp,
  })
  .meta({ id: 'ModelConfig' })
export type ModelConfigResponse = z.infer<typeof ModelConfigResponse>

export const ModelConfigList = z
  .object({ data: z.array(ModelConfigResponse), count: z.int() })
  .meta({ id: 'ModelConfigList' })

export const ModelConfigOrder = z.strictObject({ ids: z.array(Id).max(1000) }).meta({ id: 'ModelConfigOrder' })

interface Addressed {
  readonly provider: (typeof PROVIDERS)[number]
  readonly baseUrl: string | null
  readonly exactAddress: boolean
}

function checkAddress({ provider, baseUrl, exactAddress }: Addressed, context: z.RefinementCtx): void {
  const refusal = refusalOf({ provider, baseUrl, exactAddress })
  if (refusal !== null) context.addIssue({ code: 'custom', path: ['baseUrl'], message: refusal })
}

function refusalOf({ provider, baseUrl, exactAddress }: Addressed): string | null {
  if (provider === 'builtin') return null
  const { baseUrlRequired, label } = providerFacts[provider]
  if (baseUrl === null && baseUrlRequired) return `Base URL is required for ${label}`
  const address = resolveAddress({ provider, typed: baseUrl ?? '', exactly: exactAddress })
  return 'refusal' in address ? address.refusal : null
}
