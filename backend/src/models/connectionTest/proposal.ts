import { z } from 'zod'

import { ToolStyle } from '../toolStyle.ts'

const cleared = z.null().optional()

/** The fields of the form to set; `null` empties a parameter. */
export const Proposal = z
  .object({
    modelName: z.string().optional(),
    baseUrl: z.string().optional(),
    exactAddress: z.boolean().optional(),
    inOnePiece: z.boolean().optional(),
    toolStyle: ToolStyle.optional(),
    contextWindow: cleared,
    maxOutputTokens: cleared,
    temperature: cleared,
    topP: cleared,
    topK: cleared,
    presencePenalty: cleared,
    frequencyPenalty: cleared,
    seed: cleared,
    reasoningEffort: cleared,
  })
  .meta({ id: 'ModelConfigProposal' })
export type Proposal = z.infer<typeof Proposal>
