import { TurnError } from '../../messages/turnError.ts'
import type { Narrator } from '../../engine/narrator.ts'
import { toTurnError } from './toTurnError.ts'

/** Names are short and plain; whatever else a provider puts in their place is not told. */
const PLAIN_NAME = /^[\w.:-]{1,80}$/

/** The same, without anything that the narrator keeps secret. */
export function describeFailure(
  caught: unknown,
  { snapshot, hideSecrets, nearestModels }: Pick<Narrator, 'snapshot' | 'hideSecrets' | 'nearestModels'>,
): TurnError {
  const error = withNearest(toTurnError(caught, snapshot), nearestModels)
  const told = Object.entries(error).map(([name, value]) => [
    name,
    typeof value === 'string' ? hideSecrets(value) : value,
  ])
  const { providerCode, requestId, ...rest } = TurnError.parse(Object.fromEntries(told))
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
  return names.length === 0
    ? error
    : { ...error, hint: `The nearest names of its list: ${names.join(', ')}. ${error.hint}` }
}
