import type { ModelProvider } from '../providers.ts'
import type { ConnectionTest } from './connectionTest/connectionTest.ts'
import type { ModelParameters } from './parameters/modelParameters.ts'
import type { Timeouts } from './timeouts.ts'
import type { ToolStyle } from './toolStyle.ts'

/** The saved settings of one model. */
export interface ModelConfig {
  readonly id: string
  readonly name: string
  readonly provider: ModelProvider
  readonly modelName: string
  readonly baseUrl: string | null
  /** The base URL is used as it was typed. */
  readonly exactAddress: boolean
  /** The server can't stream: answers are requested whole. */
  readonly inOnePiece: boolean
  readonly toolStyle: ToolStyle
  readonly timeouts: Timeouts
  readonly parameters: ModelParameters
  readonly sealedKey: string | null
  /** Null: after all configs with a position. */
  readonly position: number | null
  readonly createdAt: string
  readonly updatedAt: string
}

export interface ListedModelConfig extends ModelConfig {
  /** The number of sessions that chose it. */
  readonly sessionCount: number
  readonly lastTest: ConnectionTest | null
  /** Changes with each save. */
  readonly revision: string
  /** A part of what is stored can't be read, and has its default value. */
  readonly isDamaged: boolean
}

/** The part of a config that its model is created from. */
export type ModelRecipe = Pick<
  ModelConfig,
  'provider' | 'modelName' | 'baseUrl' | 'exactAddress' | 'inOnePiece' | 'parameters'
> &
  Partial<Pick<ModelConfig, 'toolStyle' | 'timeouts'>>
