import { z } from 'zod'

import { Id } from './common.ts'
import { AddressFields, RefusedParameter } from './modelConfig.ts'

/** The part of a form that decides where its requests go. */
export const AddressDraft = z
  .strictObject({
    ...AddressFields,
    modelName: z.string().max(255).default(''),
    id: Id.optional().describe('The model config being edited'),
  })
  .meta({ id: 'AddressDraft' })
export type AddressDraft = z.infer<typeof AddressDraft>

/** The URLs of requests; `refusal` says why there are none. */
export const AddressPreview = z
  .object({
    baseUrl: z.string().nullable(),
    listUrl: z.string().nullable(),
    chatUrl: z.string().nullable().describe('The exact request URL for stories'),
    notes: z.array(z.string()).describe('What was changed in the typed URL'),
    refusal: z.string().nullable(),
    hint: z.string().nullable().describe('Advice about this URL'),
    clearsKey: z.boolean().describe('The stored key belongs to another host: saving without a new key removes it'),
    environmentVariable: z.string().nullable().describe('The environment variable whose key is used if none is stored'),
    refusedParameters: z.array(RefusedParameter).describe('The parameters that this model at this host rejects'),
  })
  .meta({ id: 'AddressPreview' })
export type AddressPreview = z.infer<typeof AddressPreview>
