import type { Clock } from '../../clock.ts'
import { type ConnectionTest, testStatus, type TestStep } from './connectionTest.ts'
import { describeFailure } from '../failure/describeFailure.ts'
import { turnErrorOf } from '../failure/toTurnError.ts'
import { isLocalHost } from '../address/localHost.ts'
import { toCallOptions } from '../parameters/toCallOptions.ts'
import { callTool, streamWord, type ProbeOptions } from './probePrompts.ts'
import { checkAccess } from './checkAccess.ts'
import type { DraftModel } from '../draftModel.ts'
import type { CreateModel } from '../createModel.ts'
import type { RunStep } from './testSteps.ts'
import { withoutRefused } from './withoutRefused.ts'

const LIMIT_MS = 15_000
const MAX_OUTPUT_TOKENS = 256

interface TestSettings {
  readonly clock: Pick<Clock, 'now'>
  readonly limitMs?: number
  /** Called for each step when it is done. */
  readonly onStep?: (step: TestStep) => void
}

/** Tests a model step by step and stops at the first failure. Changes nothing. */
export async function testConnection(
  draft: DraftModel,
  createModel: CreateModel,
  { clock, limitMs = LIMIT_MS, onStep }: TestSettings,
): Promise<ConnectionTest> {
  const steps: TestStep[] = []
  const note = (step: TestStep): void => {
    steps.push(step)
    onStep?.(step)
  }
  const signal = AbortSignal.timeout(limitMs)
  const run: RunStep = async (step, work) => {
    const since = performance.now()
    const ms = (): number => Math.round(performance.now() - since)
    try {
      const result = await work()
      note({ step, ok: true, ms: ms(), ...result })
      return true
    } catch (caught) {
      const isLoading = signal.aborted && isOfModel(step) && isInLocalNetwork(draft)
      if (isLoading) note({ step, ok: true, ms: ms(), hint: LOADING })
      else note({ step, ok: false, ms: ms(), ...describe(caught, draft, signal) })
      return false
    }
  }
  if (await checkAccess(draft, signal, run)) await testModel(draft, createModel, signal, run)
  return { ok: steps.every(({ ok }) => ok), status: testStatus(steps), steps, testedAt: clock.now() }
}

async function testModel(
  draft: DraftModel,
  createModel: CreateModel,
  signal: AbortSignal,
  run: RunStep,
): Promise<void> {
  const { provider, parameters } = draft.recipe
  const model = await createModel(draft.recipe, draft.apiKey)
  const maxOutputTokens = Math.min(parameters.maxOutputTokens ?? MAX_OUTPUT_TOKENS, MAX_OUTPUT_TOKENS)
  const attempt = withoutRefused(draft, (allowed): ProbeOptions => {
    const configured = toCallOptions({
      provider,
      parameters: { ...allowed, maxOutputTokens: allowed.maxOutputTokens === null ? null : maxOutputTokens },
      baseUrl: draft.address?.baseUrl ?? '',
    })
    return { maxOutputTokens, ...configured, abortSignal: signal }
  })
  if (await run('stream', () => attempt((options) => streamWord(model, options)))) {
    await run('tool-call', () => attempt((options) => callTool(model, options)))
  }
}

function describe(caught: unknown, draft: DraftModel, signal: AbortSignal): Pick<TestStep, 'code' | 'detail' | 'hint'> {
  const error = signal.aborted ? turnErrorOf('timeout', draft.snapshot) : describeFailure(caught, draft)
  const { code, hint, detail, status, providerMessage } = error
  const texts = [detail, status === undefined ? '' : `HTTP ${status}.`, providerMessage ?? '']
  return { code, detail: texts.filter((text) => text !== '').join(' '), hint }
}

/** The steps for which the model must be in memory. */
const isOfModel = (step: TestStep['step']): boolean => step === 'stream' || step === 'tool-call'

const isInLocalNetwork = ({ address }: DraftModel): boolean =>
  address !== null && isLocalHost(new URL(address.baseUrl).hostname)

const LOADING =
  "The server responds, but the model hasn't yet: it may still be loading, which can take minutes. Test again later."
