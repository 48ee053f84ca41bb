import type { LanguageModelV4CallOptions } from '@ai-sdk/provider'
import { setTimeout as wait } from 'node:timers/promises'

import type { ParameterName } from '../../models/parameters/modelParameters.ts'
import { checkUsage } from '../../usage/checkUsage.ts'
import { requestedModel } from '../../models/requestedModel.ts'
import type { CallEnd, RequestContext, RequestLog } from '../../models/transport/requestLog.ts'
import type { ConfiguredCallOptions } from '../../models/parameters/callOptions.ts'
import type { Answer } from '../answer/answer.ts'
import { ModelFailure } from './modelFailure.ts'
import type { Narrator } from '../../models/narrator.ts'
import { planRetry } from './planRetry.ts'
import { readStep, type StepOutcome, type StepReading } from './readStep.ts'
import { describeFailure } from '../../models/failure/describeFailure.ts'

export interface ModelCall {
  readonly narrator: Narrator
  readonly answer: Answer
  readonly signal: AbortSignal
  readonly build: (callOptions: ConfiguredCallOptions) => LanguageModelV4CallOptions
  readonly waitsToRetry?: boolean | undefined
  readonly reading: StepReading
  readonly requests: RequestLog
  /** What its requests are for. */
  readonly purpose: Omit<RequestContext, 'modelConfigId' | 'model' | 'prices'>
}

/** Parameters that a step found to be rejected; the following steps leave them out. */
export type RefusedParameters = Set<ParameterName>

/** Sends the request of one step. Repeats it, with a notice, if that may help and no output has arrived. */
export async function callModel(
  { narrator, answer, signal, build, reading, requests, purpose, waitsToRetry = true }: ModelCall,
  refused: RefusedParameters,
): Promise<StepOutcome> {
  const met = new Map<string, number>()
  let hasAnswered = false
  for (;;) {
    const request = build(narrator.callOptions([...refused], await requests.limitsAnswers()))
    const call = requests.open({ ...purpose, ...requestedModel(narrator) })
    try {
      const outcome = await call.observe(() =>
        readStep(narrator, { ...request, abortSignal: signal }, answer, reading, call.heard),
      )
      const { usage, notice } = checkUsage(outcome.usage ?? null, outcome.writtenBytes ?? 0)
      call.end({ outcome: 'done', usage, usageNotice: notice })
      if (notice !== null) answer.note(notice)
      const cut = await narrator.findCutPrompt?.(request, outcome.inputTokens ?? null)
      if (cut != null) answer.note(cut)
      if (hasAnswered || !isEmpty(outcome, answer)) return outcome
      hasAnswered = true
      answer.note(EMPTY_NOTICE)
    } catch (caught) {
      call.end(
        signal.aborted
          ? STOPPED
          : { outcome: 'failed', errorCode: describeFailure(caught, narrator).code, usage: null },
      )
      if (signal.aborted) throw caught
      if (answer.hasOutputOfStep) throw new ModelFailure(caught)
      const error = describeFailure(caught, narrator)
      const before = met.get(error.code) ?? 0
      const set = Object.keys(narrator.snapshot.parameters).filter(
        (name) => ![...refused].some((known) => known === name),
      )
      const retry = planRetry(error, before, set)
      if (retry === null || (retry.waitSeconds > 0 && !waitsToRetry)) throw new ModelFailure(caught)
      met.set(error.code, before + 1)
      answer.note(retry.notice)
      if (retry.without !== undefined) {
        refused.add(retry.without)
        narrator.onRefused(retry.without, error.providerMessage ?? error.detail)
      }
      await pause(retry.waitSeconds, signal)
    }
  }
}

const STOPPED: CallEnd = { outcome: 'stopped', usage: null }

const EMPTY_NOTICE = 'The model answered without any text. Retried.'

/** A model that wrote nothing, or thought and stopped, often writes the next time. */
const isEmpty = ({ finishReason, calls, isCut = false }: StepOutcome, answer: Answer): boolean =>
  finishReason === 'stop' && calls.length === 0 && !isCut && !answer.hasText

async function pause(seconds: number, signal: AbortSignal): Promise<void> {
  await wait(seconds * 1000, undefined, { signal }).catch(() => {})
  signal.throwIfAborted()
}
