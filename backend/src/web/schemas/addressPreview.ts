import { z } from 'zod'

import { Id } from './common.ts'
import { AddressFields, RefusedParameter } from './modelConfig.ts'

/** As much of a form as tells where it leads, saved or not. */
export const AddressDraft = z
  .strictObject({
    ...AddressFields,
    modelName: z.string().max(255).default(''),
    id: Id.optional().describe('The model config that is being changed'),
  })
  .meta({ id: 'AddressDraft' })
export type AddressDraft = z.infer<typeof AddressDraft>

/** What would be asked; `refusal` tells why nothing would be. */
export const AddressPreview = z
  .object({
    baseUrl: z.string().nullable(),
    listUrl: z.string().nullable(),
    chatUrl: z.string().nullable().describe('The exact address that a story is asked at'),
    notes: z.array(z.string()).describe('What was changed on the way'),
    refusal: z.string().nullable(),
    hint: z.string().nullable().describe('What may surprise at this address'),
    clearsKey: z.boolean().describe('The stored key belongs to another host: saving this without a key removes it'),
    environmentVariable: z.string().nullable().describe('Holds the key that is used here where none is stored'),
    refusedParameters: z.array(RefusedParameter).describe('What this model at this host was found not to take'),
  })
  .meta({ id: 'AddressPreview' })
export type AddressPreview = z.infer<typeof AddressPreview>
