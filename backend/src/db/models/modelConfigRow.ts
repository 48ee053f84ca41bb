import { z } from 'zod'

import { parseJson } from '../../json.ts'
import { isDeeperThan } from '../../jsonDepth.ts'
import { ModelParameters, noParameters } from '../../models/parameters/modelParameters.ts'
import { type ModelProvider, PROVIDERS } from '../../providers.ts'
import { noTimeouts, Timeouts } from '../../models/timeouts.ts'
import { ToolStyle } from '../../models/toolStyle.ts'
import type { ModelConfigRow } from '../tables.ts'
import type { ModelConfig } from '../../models/modelConfig.ts'

const Id = z.uuid()
const Time = z.iso.datetime()

/** Whether this version can use the row. Others are kept for the version that can, or for their deletion. */
export const isReadable = ({ id, provider }: Pick<ModelConfigRow, 'id' | 'provider'>): boolean =>
  isProvider(provider) && Id.safeParse(id).success

const isProvider = (name: string): name is ModelProvider => PROVIDERS.some((provider) => provider === name)

/** Undefined for a row that this version can't use. */
export function toModelConfig(row: ModelConfigRow): ModelConfig | undefined {
  return readModelConfig(row)?.config
}

export interface ReadModelConfig {
  readonly config: ModelConfig
  /** A part of the row can't be read, and has its default value. Saving the config again repairs it. */
  readonly isDamaged: boolean
}

export function readModelConfig(row: ModelConfigRow): ReadModelConfig | undefined {
  const { provider } = row
  if (!isProvider(provider) || !isReadable(row)) return undefined
  const parameters = readParameters(row.parameters)
  const [createdAt, updatedAt] = [Time.safeParse(row.createdAt).data, Time.safeParse(row.updatedAt).data]
  const config = {
    ...row,
    provider,
    parameters: parameters ?? noParameters,
    exactAddress: row.exactAddress === 1,
    inOnePiece: row.inOnePiece === 1,
    toolStyle: ToolStyle.catch('growing').parse(row.toolStyle),
    timeouts: readTimeouts(row.timeouts),
    createdAt: createdAt ?? UNKNOWN_TIME,
    updatedAt: updatedAt ?? UNKNOWN_TIME,
  }
  return { config, isDamaged: parameters === null || createdAt === undefined || updatedAt === undefined }
}

const UNKNOWN_TIME = '1970-01-01T00:00:00.000Z'

export function toModelConfigRow(config: ModelConfig): ModelConfigRow {
  const { parameters, exactAddress, inOnePiece, timeouts, ...rest } = config
  const isSet = Object.entries(parameters).filter(([, value]) => value !== null)
  return {
    ...rest,
    parameters: JSON.stringify(Object.fromEntries(isSet)),
    exactAddress: exactAddress ? 1 : 0,
    inOnePiece: inOnePiece ? 1 : 0,
    timeouts: JSON.stringify(timeouts),
  }
}

/** Without a limit that can't be read. */
function readTimeouts(stored: string): Timeouts {
  return StoredTimeouts.catch(noTimeouts).parse(parseJson(stored))
}

const StoredTimeouts = z.object({
  firstWord: Timeouts.shape.firstWord.catch(null),
  total: Timeouts.shape.total.catch(null),
})

const Stored = z.record(z.string(), z.unknown())

/** Without the values that this version doesn't know, such as those of a newer version; null for what is no JSON object. */
function readParameters(stored: string): ModelParameters | null {
  const parsed = parseJson(stored)
  const { data } = Stored.safeParse(parsed)
  if (data === undefined || isDeeperThan(data, MAX_DEPTH)) return null
  const whole = ModelParameters.safeParse(data)
  if (whole.success) return whole.data
  const readable = Object.entries(data).filter(([name, value]) => ModelParameters.safeParse({ [name]: value }).success)
  return ModelParameters.safeParse(Object.fromEntries(readable)).data ?? null
}

/** Far more than can be entered. */
const MAX_DEPTH = 100
