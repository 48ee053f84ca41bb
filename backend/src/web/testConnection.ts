import type { ConnectionTest, TestStep } from '../db/models/connectionTest.ts'
import { tellFailure } from '../engine/turnError/tellFailure.ts'
import { turnErrorOf } from '../engine/turnError/toTurnError.ts'
import { askProvider } from '../modelList/askProvider.ts'
import { readModelList } from '../modelList/readModelList.ts'
import type { ListedModel } from '../modelList/readModelList.ts'
import { toCallOptions } from '../modelParameters/toCallOptions.ts'
import type { DraftModel } from './draftModel.ts'
import type { CreateModel } from './modelFactory.ts'
import { callTool, streamWord } from './askShortly.ts'
import { nearestNames } from './nearestNames.ts'

const LIMIT_MS = 15_000
const MAX_OUTPUT_TOKENS = 256

/** What a step that passed has to say. */
type Said = Pick<TestStep, 'hint'>

/** Asks a model step by step and stops at the first failure. Changes nothing anywhere. */
export async function testConnection(draft: DraftModel, createModel: CreateModel): Promise<ConnectionTest> {
  const steps: TestStep[] = []
  const signal = AbortSignal.timeout(LIMIT_MS)
  const run = async (step: TestStep['step'], work: () => Promise<Said>): Promise<boolean> => {
    const since = performance.now()
    const ms = (): number => Math.round(performance.now() - since)
    try {
      const said = await work()
      steps.push({ step, ok: true, ms: ms(), ...said })
      return true
    } catch (caught) {
      const error = signal.aborted ? turnErrorOf('timeout', draft.snapshot) : tellFailure(caught, draft)
      const { code, hint, detail, status, providerMessage } = error
      const words = [detail, status === undefined ? '' : `HTTP ${status}.`, providerMessage ?? '']
      steps.push({ step, ok: false, ms: ms(), code, detail: words.filter((text) => text !== '').join(' '), hint })
      return false
    }
  }
  const ok = await runSteps(draft, createModel, signal, run)
  return { ok, steps, testedAt: new Date().toISOString() }
}

type Run = (step: TestStep['step'], work: () => Promise<Said>) => Promise<boolean>

async function runSteps(draft: DraftModel, createModel: CreateModel, signal: AbortSignal, run: Run): Promise<boolean> {
  const { recipe, apiKey, address } = draft
  const { provider, modelName } = recipe
  let models: readonly ListedModel[] | null = null
  if (address !== null && provider !== 'builtin') {
    const list = async (key: string | null): Promise<void> => {
      models = readModelList(provider, await askProvider(address.listUrl, { provider, apiKey: key }, signal))
    }
    if (!(await run('reach', () => list(null).then(noWords, (caught: unknown) => answered(caught))))) return false
    if (apiKey !== null && !(await run('authenticate', () => list(apiKey).then(noWords, mayHaveNoList)))) return false
    await run('model', async () => sayModel(models, modelName))
  }
  const model = await createModel(recipe, apiKey)
  const configured = toCallOptions({ provider, parameters: recipe.parameters, baseUrl: address?.baseUrl ?? '' })
  const options = { maxOutputTokens: MAX_OUTPUT_TOKENS, ...configured, abortSignal: signal }
  return (
    (await run('stream', () => streamWord(model, options))) && (await run('tool-call', () => callTool(model, options)))
  )
}

const noWords = (): Said => ({})

/** Whatever it answers, somebody is there; a redirect is shown and not followed. */
function answered(caught: unknown): Said {
  const status = statusOf(caught)
  if (status === undefined || (status >= 300 && status < 400)) throw caught
  return {}
}

function mayHaveNoList(caught: unknown): Said {
  const status = statusOf(caught)
  if (status !== 404 && status !== 405) throw caught
  return { hint: 'There is no list of models here; the next step tells whether the key is right.' }
}

const statusOf = (caught: unknown): number | undefined =>
  caught instanceof Error && 'statusCode' in caught ? Number(caught.statusCode) : undefined

function sayModel(models: readonly ListedModel[] | null, modelName: string): Said {
  if (models === null || models.length === 0) return { hint: 'There is no list to look it up in.' }
  const plain = (id: string): string => id.replace(/^models\//, '').replace(/:latest$/, '')
  if (models.some(({ id }) => plain(id) === plain(modelName))) return {}
  const nearest = nearestNames(
    modelName,
    models.map(({ id }) => id),
  ).join(', ')
  return { hint: `It is not in the list, which may leave some out. The nearest names: ${nearest}.` }
}
