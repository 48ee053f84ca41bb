import { z } from 'zod'

import { ModelParameters, noParameters } from '../../models/parameters/modelParameters.ts'
import { PROVIDERS } from '../../providers.ts'
import type { ModelConfigRow } from '../tables.ts'
import type { ModelConfig } from '../../models/modelConfig.ts'

const Provider = z.enum(PROVIDERS)

/** Undefined for a row of a newer version of the app, which is kept for that version. */
export function toModelConfig(row: ModelConfigRow): ModelConfig | undefined {
  const { data: provider } = Provider.safeParse(row.provider)
  if (provider === undefined) return undefined
  return {
    ...row,
    provider,
    parameters: readParameters(row.parameters),
    exactAddress: row.exactAddress === 1,
    inOnePiece: row.inOnePiece === 1,
  }
}

export function toModelConfigRow(config: ModelConfig): ModelConfigRow {
  const { parameters, exactAddress, inOnePiece, ...rest } = config
  const isSet = Object.entries(parameters).filter(([, value]) => value !== null)
  return {
    ...rest,
    parameters: JSON.stringify(Object.fromEntries(isSet)),
    exactAddress: exactAddress ? 1 : 0,
    inOnePiece: inOnePiece ? 1 : 0,
  }
}

const Stored = z.record(z.string(), z.unknown())

/** Drops only the values that this version doesn't allow, such as those of a newer version. */
function readParameters(stored: string): ModelParameters {
  const { data = {} } = Stored.safeParse(JSON.parse(stored))
  const whole = ModelParameters.safeParse(data)
  if (whole.success) return whole.data
  const readable = Object.entries(data).filter(([name, value]) => ModelParameters.safeParse({ [name]: value }).success)
  return ModelParameters.safeParse(Object.fromEntries(readable)).data ?? noParameters
}
