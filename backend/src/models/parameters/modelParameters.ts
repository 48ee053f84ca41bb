import { z } from 'zod'

import { Json } from '../../json.ts'
import { HEADER_NAME, HEADER_VALUE, MAX_HEADER_VALUE } from './headerText.ts'

export const REASONING_EFFORTS = ['none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max'] as const

/** The range of each numeric parameter. */
export const numberRanges = {
  contextWindow: { min: 256, max: 20_000_000 },
  maxOutputTokens: { min: 1, max: 1_000_000 },
  temperature: { min: 0, max: 2 },
  topP: { min: 0, max: 1 },
  topK: { min: 1, max: 1000 },
  presencePenalty: { min: -2, max: 2 },
  frequencyPenalty: { min: -2, max: 2 },
  seed: { min: 0, max: 2_147_483_647 },
} as const

const { contextWindow, maxOutputTokens, temperature, topP, topK, presencePenalty, frequencyPenalty, seed } =
  numberRanges
const whole = ({ min, max }: { min: number; max: number }) => z.int().min(min).max(max)
const real = ({ min, max }: { min: number; max: number }) => z.number().min(min).max(max)

/** The settings that requests carry besides the story. A parameter that is null is not sent. */
export const ModelParameters = z.object({
  contextWindow: whole(contextWindow).nullable().default(null),
  maxOutputTokens: whole(maxOutputTokens).nullable().default(null),
  temperature: real(temperature).nullable().default(null),
  topP: real(topP).nullable().default(null),
  topK: whole(topK).nullable().default(null),
  presencePenalty: real(presencePenalty).nullable().default(null),
  frequencyPenalty: real(frequencyPenalty).nullable().default(null),
  seed: whole(seed).nullable().default(null),
  reasoningEffort: z.enum(REASONING_EFFORTS).nullable().default(null),
  // Rows of other versions may have any; `requestFields.ts` checks what is entered.
  extraHeaders: z
    .record(
      z.string().meta({ pattern: HEADER_NAME.source }),
      z.string().meta({ maxLength: MAX_HEADER_VALUE, pattern: HEADER_VALUE.source }),
    )
    .nullable()
    .default(null),
  extraBody: z
    .record(z.string().meta({ minLength: 1 }), Json)
    .nullable()
    .default(null),
})
export type ModelParameters = z.infer<typeof ModelParameters>

/** The parameters that a model may not support. */
export type ParameterName = Exclude<keyof ModelParameters, 'extraHeaders' | 'extraBody'>
export const PARAMETER_NAMES = [
  'contextWindow',
  'maxOutputTokens',
  'temperature',
  'topP',
  'topK',
  'presencePenalty',
  'frequencyPenalty',
  'seed',
  'reasoningEffort',
] as const satisfies readonly ParameterName[]

export const noParameters: ModelParameters = ModelParameters.parse({})

/** A copy without the named parameters. */
export function withoutParameters(parameters: ModelParameters, names: readonly ParameterName[]): ModelParameters {
  return names.reduce((rest, name) => ({ ...rest, [name]: null }), parameters)
}
