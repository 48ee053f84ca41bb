import { z } from 'zod'

import { requestProvider } from '../list/requestProvider.ts'
import { type ListedModel, readModelList } from '../list/readModelList.ts'
import type { ResolvedAddress } from '../address/resolveAddress.ts'
import type { NetworkProvider } from '../../providers.ts'
import type { DraftModel } from '../../web/draftModel.ts'
import { nearestNames } from '../list/nearestNames.ts'
import type { RunStep, StepResult } from './testSteps.ts'

/** The steps of a test before the model itself is asked. Whether it should be. */
export async function checkAccess(
  { recipe: { provider, modelName }, apiKey, address }: DraftModel,
  signal: AbortSignal,
  run: RunStep,
): Promise<boolean> {
  if (address === null || provider === 'builtin') return true
  let models: readonly ListedModel[] | null = null
  const list = async (key: string | null): Promise<StepResult> => {
    const body = await requestProvider({ provider, apiKey: key, url: address.listUrl, signal })
    models = readModelList(provider, body)
    return {}
  }
  // The list of OpenRouter is for everybody, whatever the key.
  const checkKey = (): Promise<StepResult> =>
    requestProvider({ provider, apiKey, url: `${address.baseUrl}/key`, signal }).then(() => ({}))
  const authenticate = (): Promise<StepResult> =>
    (provider === 'openrouter' ? checkKey() : list(apiKey)).catch(mayHaveNoList)
  if (!(await run('reach', () => list(null).catch(answered)))) return false
  if (apiKey !== null && !(await run('authenticate', authenticate))) return false
  await run('model', async () => {
    const shown = await showModel({ provider, apiKey, address, signal, modelName })
    return shown ?? sayModel(models, modelName)
  })
  return true
}

interface Question {
  readonly provider: NetworkProvider
  readonly apiKey: string | null
  readonly address: ResolvedAddress
  readonly signal: AbortSignal
}

const Shown = z.object({ capabilities: z.array(z.string()).optional().catch(undefined) })

/** Native Ollama tells of one model what it can do. Null where that is not known. */
async function showModel(question: Question & { readonly modelName: string }): Promise<StepResult | null> {
  const { provider, address, modelName, ...rest } = question
  if (provider !== 'ollama' || !address.listUrl.endsWith('/tags')) return null
  const url = `${address.baseUrl}/show`
  const shown = await requestProvider({ ...rest, provider, url, body: { model: modelName } }).catch(() => null)
  const { data } = Shown.safeParse(shown)
  if (data === undefined) return null
  return data.capabilities?.includes('tools') === false ? { hint: NO_TOOLS } : {}
}

const NO_TOOLS = 'Ollama says that it cannot use tools: it may not keep the rules of a gamebook.'

/** Whatever it answers, somebody is there; a redirect is shown and not followed. */
function answered(caught: unknown): StepResult {
  const status = statusOf(caught)
  if (status === undefined || (status >= 300 && status < 400)) throw caught
  return {}
}

function mayHaveNoList(caught: unknown): StepResult {
  const status = statusOf(caught)
  if (status !== 404 && status !== 405) throw caught
  return { hint: 'There is no list of models here; the next step tells whether the key is right.' }
}

const statusOf = (caught: unknown): number | undefined =>
  caught instanceof Error && 'statusCode' in caught ? Number(caught.statusCode) : undefined

function sayModel(models: readonly ListedModel[] | null, modelName: string): StepResult {
  if (models === null || models.length === 0) return { hint: 'There is no list to look it up in.' }
  const plain = (id: string): string => id.replace(/^models\//, '').replace(/:latest$/, '')
  if (models.some(({ id }) => plain(id) === plain(modelName))) return {}
  const nearest = nearestNames(
    modelName,
    models.map(({ id }) => id),
  ).join(', ')
  return { hint: `It is not in the list, which may leave some out. The nearest names: ${nearest}.` }
}
