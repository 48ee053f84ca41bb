import type { ModelParameters } from '../../models/parameters/modelParameters.ts'
import type { ModelProvider } from '../../providers.ts'
import type { ModelConfigRow } from '../tables.ts'
import type { ConnectionTest } from './connectionTest.ts'

/** A saved way to reach a model. */
export interface ModelConfig extends Pick<
  ModelConfigRow,
  'id' | 'name' | 'modelName' | 'baseUrl' | 'sealedKey' | 'position' | 'createdAt' | 'updatedAt'
> {
  readonly provider: ModelProvider
  readonly parameters: ModelParameters
  readonly exactAddress: boolean
  readonly inOnePiece: boolean
}

export interface ListedModelConfig extends ModelConfig {
  /** Sessions that have chosen it. */
  readonly sessionCount: number
  /** What its last test has shown. */
  readonly lastTest: ConnectionTest | null
}
