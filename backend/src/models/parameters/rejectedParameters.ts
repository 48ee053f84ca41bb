import type { ParameterName } from './modelParameters.ts'

export interface ModelAtHost {
  readonly provider: string
  readonly host: string
  readonly modelName: string
}

/** The parameters that models have rejected. */
export interface RejectedParameters {
  readonly find: (model: ModelAtHost) => Promise<readonly string[]>
  readonly save: (model: ModelAtHost, parameter: ParameterName, reason: string) => Promise<void>
}
