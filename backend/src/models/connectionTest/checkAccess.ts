import { requestProvider } from '../list/requestProvider.ts'
import { hasText } from '../keys/streamFilter.ts'
import { type ListedModel, readModelList } from '../list/readModelList.ts'
import type { ServerQuestion } from '../provider.ts'
import { providers } from '../providers/providers.ts'
import type { DraftModel } from '../draftModel.ts'
import { nearestNames } from '../list/nearestNames.ts'
import type { RunStep, StepResult } from './testSteps.ts'

/** The steps of a test before the model itself is called. Returns whether to call it. */
export async function checkAccess(draft: DraftModel, run: RunStep, newSignal: () => AbortSignal): Promise<boolean> {
  const { recipe, apiKey, address } = draft
  const { provider, modelName, parameters } = recipe
  const { label, server } = providers[provider]
  if (address === null || server === null) return true
  const { baseUrl, listUrl } = address
  const { extraHeaders, extraBody } = parameters
  const access = { provider, extraHeaders, extraBody }
  let models: readonly ListedModel[] | null = null
  const list = async (key: string | null): Promise<StepResult> => {
    const body = await requestProvider({ ...access, apiKey: key, url: listUrl, signal: newSignal() })
    models = readModelList(provider, body)?.filter(({ id }) => !hasText(id, draft.secretForms)) ?? null
    return {}
  }
  const checkKey = (path: string): Promise<StepResult> =>
    requestProvider({ ...access, apiKey, url: `${baseUrl}${path}`, signal: newSignal() }).then(() => ({}))
  const authenticate = (): Promise<StepResult> =>
    (server.keyCheckPath === undefined ? list(apiKey) : checkKey(server.keyCheckPath)).catch(acceptMissingList)
  if (!(await run('reach', () => list(null).catch(acceptResponse)))) return false
  if (apiKey !== null && !(await run('authenticate', authenticate))) return false
  await run('model', async () => {
    const supportsTools = await server.supportsTools?.(serverQuestion(draft, baseUrl, newSignal()))
    if (supportsTools == null) return findInList(models, modelName)
    return supportsTools ? {} : { hint: `${label} says that this model doesn't support tools. ${MAY_IGNORE_RULES}` }
  })
  return true
}

export const MAY_IGNORE_RULES = "It may ignore a gamebook's rules."

/** A question to the server of a model, with the key and the extra headers of its config. */
export function serverQuestion(
  { recipe: { provider, modelName, parameters }, apiKey }: DraftModel,
  baseUrl: string,
  signal: AbortSignal,
): ServerQuestion {
  const { extraHeaders, extraBody } = parameters
  const access = { provider, apiKey, extraHeaders, extraBody, signal }
  return { baseUrl, modelName, request: (url, body) => requestProvider({ ...access, url, ...(body && { body }) }) }
}

/** Any response shows that a server is there, except a redirect, which is reported and not followed. */
function acceptResponse(caught: unknown): StepResult {
  const status = statusOf(caught)
  if (status === undefined || (status >= 300 && status < 400)) throw caught
  return {}
}

function acceptMissingList(caught: unknown): StepResult {
  const status = statusOf(caught)
  if (status !== 404 && status !== 405) throw caught
  return { hint: 'This server has no model list. The next step shows whether the key works.' }
}

const statusOf = (caught: unknown): number | undefined =>
  caught instanceof Error && 'statusCode' in caught ? Number(caught.statusCode) : undefined

const NOT_LISTED = "Not in the provider's list, which may be incomplete."

function findInList(models: readonly ListedModel[] | null, modelName: string): StepResult {
  if (models === null || models.length === 0) return { hint: 'This server has no model list to check.' }
  const plain = (id: string): string => id.replace(/^models\//, '').replace(/:latest$/, '')
  if (models.some(({ id }) => plain(id) === plain(modelName))) return {}
  const nearest = nearestNames(
    modelName,
    models.map(({ id }) => id),
  )
  if (nearest.length === 0) return { hint: NOT_LISTED }
  return {
    hint: `${NOT_LISTED} Similar names: ${nearest.join(', ')}.`,
    proposals: nearest.map((name) => ({ modelName: name })),
  }
}
