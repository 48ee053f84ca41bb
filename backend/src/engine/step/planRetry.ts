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
const LOADING_WAITS = [3, 10]

/**
 * Returns null if the request is not repeated.
 * @param before how often the same code came up in this step
 * @param set the parameters that were sent
 */
export function planRetry(error: TurnError, before: number, set: readonly string[]): Retry | null {
  const { code, detail, parameter, retryable } = error
  if (code === 'refused-parameters') {
    const name = PARAMETER_NAMES.find((known) => known === parameter)
    if (name === undefined || !set.includes(name)) return null
    const notice = `Retried without "${parameterLabels[name]}", which this model doesn't accept.`
    return { waitSeconds: 0, without: name, notice }
  }
  const waitSeconds = retryable ? waitsFor(error)[before] : undefined
  if (waitSeconds === undefined || waitSeconds > LONGEST_PAUSE_SECONDS) return null
  const when = waitSeconds === 0 ? 'Retried.' : `Retrying in ${Math.ceil(waitSeconds)} s.`
  return { waitSeconds, notice: `${detail} ${when}` }
}

/** The delay that a provider asks for takes precedence. */
function waitsFor({ code, status = 0, retryAfterSeconds: requested }: TurnError): readonly number[] {
  switch (code) {
    case 'overloaded':
      return OVERLOADED_WAITS.map((wait) => requested ?? wait)
    case 'provider-error':
      return status >= 500 ? OVERLOADED_WAITS.map((wait) => requested ?? wait) : []
    case 'model-loading':
      return LOADING_WAITS.map((wait) => requested ?? wait)
    case 'unreachable':
      return UNREACHABLE_WAITS
    case 'rate-limited':
      return [requested ?? DEFAULT_PAUSE_SECONDS]
    case 'malformed-call':
      return [0]
    default:
      return []
  }
}
