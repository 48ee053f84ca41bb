import { TurnError } from '../../messages/turnError.ts'
import type { Narrator } from '../narrator.ts'
import { toTurnError } from './toTurnError.ts'

/** Names are short and plain; anything else in their field is dropped. */
const PLAIN_NAME = /^[\w.:-]{1,80}$/

/** The error of a turn, without secrets. */
export function describeFailure(
  caught: unknown,
  { snapshot, redact, nearestModels }: Pick<Narrator, 'snapshot' | 'redact' | 'nearestModels'>,
): TurnError {
  const error = withNearest(toTurnError(caught, snapshot), nearestModels)
  const redacted = Object.entries(error).map(([name, value]) => [
    name,
    typeof value === 'string' ? redact(value) : value,
  ])
  const { providerCode, requestId, ...rest } = TurnError.parse(Object.fromEntries(redacted))
  return {
    ...rest,
    code: error.code,
    ...(isPlain(providerCode) && { providerCode }),
    ...(isPlain(requestId) && { requestId }),
  }
}

const isPlain = (name: string | undefined): name is string => name !== undefined && PLAIN_NAME.test(name)

function withNearest(error: TurnError, nearestModels: Narrator['nearestModels']): TurnError {
  const names = error.code === 'model-not-found' ? nearestModels() : []
  return names.length === 0 ? error : { ...error, hint: `Similar names: ${names.join(', ')}. ${error.hint}` }
}
