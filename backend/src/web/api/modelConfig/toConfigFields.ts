import type { ModelConfig } from '../../../models/modelConfig.ts'
import { addressOf } from '../../../models/address/addressOf.ts'
import { providers } from '../../../models/providers/providers.ts'
import type { ModelConfigCreate } from '../../schemas/modelConfig.ts'

export type ConfigFields = Pick<
  ModelConfig,
  | 'name'
  | 'provider'
  | 'modelName'
  | 'baseUrl'
  | 'exactAddress'
  | 'inOnePiece'
  | 'toolStyle'
  | 'timeouts'
  | 'parameters'
>

/** The fields of a form to store. The base URL stays as it was typed, unless a part of it may hold a secret. */
export function toConfigFields(input: Omit<ModelConfigCreate, 'apiKey'>): {
  readonly fields: ConfigFields
  readonly notes: readonly string[]
} {
  const { name, provider, modelName, baseUrl, exactAddress, inOnePiece, toolStyle, timeouts, ...parameters } = input
  const address = addressOf(input)
  const notes = address?.notes ?? []
  const storedUrl = notes.length === 0 ? baseUrl : (address?.baseUrl ?? null)
  return {
    fields: {
      name,
      provider,
      modelName,
      baseUrl: providers[provider].server === null ? null : storedUrl,
      exactAddress,
      inOnePiece,
      toolStyle,
      timeouts,
      parameters,
    },
    notes,
  }
}
