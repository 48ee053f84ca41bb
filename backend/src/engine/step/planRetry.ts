import type { TurnError } from '../../messages/turnError.ts'
import { PARAMETER_NAMES, type ParameterName } from '../../models/parameters/modelParameters.ts'

/** What is done about a request that failed before anything came. */
export interface Retry {
  readonly waitSeconds: number
  /** What the player is told. */
  readonly notice: string
  /** Left out from now on. */
  readonly without?: ParameterName
}

const LONGEST_PAUSE_SECONDS = 20
const UNTOLD_PAUSE_SECONDS = 2
const UNREACHABLE_WAITS = [1]
const OVERLOADED_WAITS = [1, 3]

/**
 * Null: the error stands.
 * @param before how often the same code was met in this step
 * @param set the parameters that were sent
 */
export function planRetry(error: TurnError, before: number, set: readonly string[]): Retry | null {
  const { code, detail, parameter, retryAfterSeconds, retryable } = error
  if (code === 'refused-parameters') {
    const name = PARAMETER_NAMES.find((known) => known === parameter)
    if (name === undefined || !set.includes(name)) return null
    return { waitSeconds: 0, without: name, notice: `Asked again without ${name}, which this model does not take.` }
  }
  const waitSeconds = retryable ? waitsFor(code, retryAfterSeconds)[before] : undefined
  if (waitSeconds === undefined || waitSeconds > LONGEST_PAUSE_SECONDS) return null
  return { waitSeconds, notice: `${detail} Asking again in ${Math.ceil(waitSeconds)} s.` }
}

/** A provider that says how long to wait is waited for as long. */
function waitsFor(code: string, asked: number | undefined): readonly number[] {
  if (code === 'overloaded') return OVERLOADED_WAITS.map((wait) => asked ?? wait)
  if (code === 'unreachable') return UNREACHABLE_WAITS
  return code === 'rate-limited' ? [asked ?? UNTOLD_PAUSE_SECONDS] : []
}
