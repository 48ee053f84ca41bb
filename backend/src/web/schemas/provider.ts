import { z } from 'zod'

import { PARAMETER_NAMES } from '../../models/parameters/modelParameters.ts'
import { listParameters } from '../../models/parameters/parameterSupport.ts'
import { runsLocally } from '../../models/address/addressOf.ts'
import { providers } from '../../models/providers/providers.ts'
import { type ModelProvider, PROVIDERS } from '../../providers.ts'

const ParameterFacts = z
  .object({
    supported: z.boolean(),
    min: z.number().optional(),
    max: z.number().optional(),
    values: z.array(z.string()).optional(),
    limitation: z.string().optional().describe('Which of its models ignore or reject it'),
    note: z.string().optional().meta({ deprecated: true, description: 'Use `limitation`' }),
  })
  .meta({ id: 'ParameterFacts' })

/** The facts about a provider that a form needs. */
export const ProviderResponse = z
  .object({
    id: z.enum(PROVIDERS),
    label: z.string(),
    defaultBaseUrl: z.string().nullable(),
    baseUrlRequired: z.boolean(),
    apiKeyRequired: z.boolean().describe('At the default base URL'),
    apiKeyEnvironmentVariable: z.string().nullable(),
    apiKeyUrl: z.string().nullable().describe('The page where users create keys'),
    parameters: z.record(z.enum(PARAMETER_NAMES), ParameterFacts),
    local: z
      .boolean()
      .meta({ deprecated: true, description: 'Whether its default URL is on this machine; use `ModelConfig.local`' }),
  })
  .meta({ id: 'Provider' })
export type ProviderResponse = z.infer<typeof ProviderResponse>

export const ProviderList = z.object({ data: z.array(ProviderResponse) }).meta({ id: 'ProviderList' })

export function toProviderResponse(id: ModelProvider): ProviderResponse {
  const { label, server } = providers[id]
  return {
    id,
    label,
    defaultBaseUrl: server?.presetBaseUrl ?? null,
    baseUrlRequired: server?.baseUrlRequired ?? false,
    apiKeyRequired: server?.apiKey.required ?? false,
    apiKeyEnvironmentVariable: server?.apiKey.variables[0] ?? null,
    apiKeyUrl: server?.apiKey.url ?? null,
    parameters: listParameters(id),
    local: runsLocally({ provider: id, baseUrl: null, exactAddress: false }),
  }
}
