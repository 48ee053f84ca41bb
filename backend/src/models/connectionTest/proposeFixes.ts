import type { TurnError } from '../../messages/turnError.ts'
import type { DraftModel } from '../draftModel.ts'
import { PARAMETER_NAMES } from '../parameters/modelParameters.ts'
import { findBaseUrl } from './findBaseUrl.ts'
import type { Proposal } from './proposal.ts'

/** The changes of the form that may help after an error, the best first. */
export async function proposeFixes(
  error: TurnError,
  draft: DraftModel,
  signal: AbortSignal,
): Promise<readonly Proposal[]> {
  const { code, status, parameter } = error
  if (code === 'refused-parameters') return PARAMETER_NAMES.filter((name) => name === parameter).map(clearParameter)
  const names = code === 'model-not-found' ? draft.nearestModels() : []
  if (names.length > 0) return names.map((modelName) => ({ modelName }))
  const isWrongPath = status === 404 || status === 405 || (status !== undefined && status >= 300 && status < 400)
  if (!isWrongPath && code !== 'bad-response') return []
  const found = await findBaseUrl(draft, signal)
  return found === null ? [] : [found]
}

export const clearParameter = (name: (typeof PARAMETER_NAMES)[number]): Proposal => ({ [name]: null })
