import { z } from 'zod'

import { ModelParameters } from '../../modelParameters/modelParameters.ts'
import { PROVIDERS } from '../../providers.ts'
import type { ModelConfigRow } from '../tables.ts'
import { ConnectionTest } from './connectionTest.ts'
import type { ModelConfig } from './modelConfig.ts'

const Provider = z.enum(PROVIDERS)

/** Undefined for a row that a newer version of the app left behind: it is neither shown nor lost. */
export function toModelConfig(row: ModelConfigRow): ModelConfig | undefined {
  const { data: provider } = Provider.safeParse(row.provider)
  if (provider === undefined) return undefined
  return {
    ...row,
    provider,
    parameters: ModelParameters.parse(JSON.parse(row.parameters)),
    exactAddress: row.exactAddress === 1,
    inOnePiece: row.inOnePiece === 1,
    lastTest: row.lastTest === null ? null : ConnectionTest.parse(JSON.parse(row.lastTest)),
  }
}

export function toModelConfigRow(config: ModelConfig): ModelConfigRow {
  const { parameters, exactAddress, inOnePiece, lastTest, ...rest } = config
  const isSet = Object.entries(parameters).filter(([, value]) => value !== null)
  return {
    ...rest,
    parameters: JSON.stringify(Object.fromEntries(isSet)),
    exactAddress: exactAddress ? 1 : 0,
    inOnePiece: inOnePiece ? 1 : 0,
    lastTest: lastTest === null ? null : JSON.stringify(lastTest),
  }
}
