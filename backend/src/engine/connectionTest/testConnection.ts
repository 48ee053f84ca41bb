import type { Clock } from '../../clock.ts'
import { checkAccess, serverQuestion } from '../../models/connectionTest/checkAccess.ts'
import {
  type ConnectionTest,
  stepStatus,
  testStatus,
  type TestStep,
} from '../../models/connectionTest/connectionTest.ts'
import { proposeFixes } from '../../models/connectionTest/proposeFixes.ts'
import type { RunStep, StepResult } from '../../models/connectionTest/testSteps.ts'
import type { TurnError } from '../../messages/turnError.ts'
import { requestedModel } from '../../models/requestedModel.ts'
import { NO_REQUEST_LOG, type RequestLog } from '../../models/transport/requestLog.ts'
import type { CreateModel } from '../../models/createModel.ts'
import type { DraftModel } from '../../models/draftModel.ts'
import { describeFailure } from '../../models/failure/describeFailure.ts'
import { turnErrorOf } from '../../models/failure/toTurnError.ts'
import { providers } from '../../models/providers/providers.ts'
import { SILENCE_LIMITS, type SilenceLimits } from './silence.ts'
import { testModel } from './testModel.ts'
import { proposeWholeAnswers } from './proposeWholeAnswers.ts'

export interface TestEvents {
  /** Called for each step when it is done. */
  readonly onStep?: (step: TestStep) => void
  /** Called if the server has to load the model first, which can take minutes. */
  readonly onLoading?: () => void
}

interface TestSettings extends TestEvents {
  readonly clock: Clock
  readonly limits?: Partial<SilenceLimits>
  readonly requests?: RequestLog
}

/** Tests a model step by step and stops at the first failure. Changes nothing. */
export async function testConnection(
  draft: DraftModel,
  createModel: CreateModel,
  { clock, limits: changed, onStep, onLoading, requests = NO_REQUEST_LOG }: TestSettings,
): Promise<ConnectionTest> {
  const limits = { ...SILENCE_LIMITS, ...changed }
  const newSignal = (): AbortSignal => AbortSignal.timeout(limits.silenceMs)
  const steps: TestStep[] = []
  const run: RunStep = async (step, work) => {
    const since = performance.now()
    const result = await work().catch((caught: unknown) => ({ error: errorOf(caught, draft) }))
    const ms = Math.round(performance.now() - since)
    const found = await withProposals(result)
    steps.push({ step, ms, ...toStep(found) })
    onStep?.({ step, ms, ...toStep(found) })
    return found.error === undefined && found.isLast !== true
  }
  const withProposals = async (result: StepResult): Promise<StepResult> => {
    const { error } = result
    if (error === undefined || (result.proposals?.length ?? 0) > 0) return result
    const whole = await proposeWholeAnswers(error, modelTest(false))
    if (whole.length > 0) return { ...result, proposals: whole }
    return { ...result, proposals: await ask(() => proposeFixes(error, draft, newSignal())) }
  }
  /** Questions about the model, which cost nothing. */
  const ask = async <Answer>(question: () => Promise<Answer>): Promise<Answer> => {
    const call = requests.open({ ...FOR_TEST, ...requestedModel(draft) })
    try {
      return await call.observe(question)
    } finally {
      call.end({ outcome: 'done', usage: null })
    }
  }
  const modelTest = (mustLoad: boolean) => ({ draft, createModel, clock, limits, mustLoad, onLoading, requests })
  const mayCall = await ask(() => checkAccess(draft, run, newSignal))
  const mustLoad = mayCall && (await ask(() => hasToLoad(draft, newSignal())))
  if (mayCall) {
    if (mustLoad) onLoading?.()
    await testModel(modelTest(mustLoad), run)
  }
  return { ok: steps.every(({ ok }) => ok), status: testStatus(steps), steps, testedAt: clock.now() }
}

const FOR_TEST = { purpose: 'test', sessionId: null, messageId: null, step: 0 } as const

async function hasToLoad(draft: DraftModel, signal: AbortSignal): Promise<boolean> {
  const { address, recipe } = draft
  const { server } = providers[recipe.provider]
  if (address === null || server?.isLoaded === undefined) return false
  return (await server.isLoaded(serverQuestion(draft, address.baseUrl, signal))) === false
}

function errorOf(caught: unknown, draft: DraftModel): TurnError {
  const isTimeout = caught instanceof DOMException && caught.name === 'TimeoutError'
  return isTimeout ? turnErrorOf('timeout', draft.snapshot) : describeFailure(caught, draft)
}

function toStep({ error, hint, proposals = [] }: StepResult): Omit<TestStep, 'step' | 'ms'> {
  const found =
    error === undefined ? { ok: true, ...(hint !== undefined && { hint }) } : { ok: false, ...describe(error) }
  return { ...found, status: stepStatus(found), ...(proposals.length > 0 && { proposals: [...proposals] }) }
}

function describe({
  code,
  hint,
  detail,
  status,
  providerMessage,
}: TurnError): Pick<TestStep, 'code' | 'detail' | 'hint'> {
  const texts = [detail, status === undefined ? '' : `HTTP ${status}.`, providerMessage ?? '']
  return { code, detail: texts.filter((text) => text !== '').join(' '), hint }
}
