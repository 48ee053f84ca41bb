import type { TurnError } from '../../messages/turnError.ts'
import { parameterLabels } from '../../models/parameters/parameterLabels.ts'
import { PARAMETER_NAMES, type ParameterName } from '../../models/parameters/modelParameters.ts'

/** How a request is repeated that failed before any output. */
export interface Retry {
  readonly waitSeconds: number
  /** Shown to the player. */
  readonly notice: string
  /** Left out of the next requests. */
  readonly without?: ParameterName
}

const LONGEST_PAUSE_SECONDS = 20
const DEFAULT_PAUSE_SECONDS = 2
const UNREACHABLE_WAITS = [1]
const OVERLOADED_WAITS = [1, 3]

/**
 * Returns null if the request is not repeated.
 * @param before how often the same code came up in this step
 * @param set the parameters that were sent
 */
export function planRetry(error: TurnError, before: number, set: readonly string[]): Retry | null {
  const { code, detail, parameter, retryAfterSeconds, retryable } = error
  if (code === 'refused-parameters') {
    const name = PARAMETER_NAMES.find((known) => known === parameter)
    if (name === undefined || !set.includes(name)) return null
    const notice = `Retried without "${parameterLabels[name]}", which this model doesn't accept.`
    return { waitSeconds: 0, without: name, notice }
  }
  const waitSeconds = retryable ? waitsFor(code, retryAfterSeconds)[before] : undefined
  if (waitSeconds === undefined || waitSeconds > LONGEST_PAUSE_SECONDS) return null
  return { waitSeconds, notice: `${detail} Retrying in ${Math.ceil(waitSeconds)} s.` }
}

/** The delay that a provider asks for takes precedence. */
function waitsFor(code: string, requested: number | undefined): readonly number[] {
  if (code === 'overloaded') return OVERLOADED_WAITS.map((wait) => requested ?? wait)
  if (code === 'unreachable') return UNREACHABLE_WAITS
  return code === 'rate-limited' ? [requested ?? DEFAULT_PAUSE_SECONDS] : []
}
