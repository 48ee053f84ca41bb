import type { LanguageModelV4CallOptions } from '@ai-sdk/provider'
import { setTimeout as wait } from 'node:timers/promises'

import type { ParameterName } from '../modelParameters/modelParameters.ts'
import type { ConfiguredCallOptions } from '../modelParameters/toCallOptions.ts'
import type { Answer } from './answer.ts'
import { ModelFailure } from './modelFailure.ts'
import type { Narrator } from './narrator.ts'
import { planRetry } from './planRetry.ts'
import { readStep, type StepOutcome } from './readStep.ts'
import { tellFailure } from './turnError/tellFailure.ts'
import { withoutSecrets } from './withoutSecrets.ts'

export interface Question {
  readonly narrator: Narrator
  readonly answer: Answer
  readonly signal: AbortSignal
  readonly build: (callOptions: ConfiguredCallOptions) => LanguageModelV4CallOptions
}

/** What a step of a turn remembers for those that follow. */
export type RefusedParameters = Set<ParameterName>

/** Asks for one step, and again where that may help and nothing has come yet. Each time is told to the player. */
export async function askModel(
  { narrator, answer, signal, build }: Question,
  refused: RefusedParameters,
): Promise<StepOutcome> {
  const met = new Map<string, number>()
  const model = withoutSecrets(narrator)
  for (;;) {
    const request = build(narrator.callOptions([...refused]))
    try {
      return await readStep(model, { ...request, abortSignal: signal }, answer)
    } catch (caught) {
      if (signal.aborted) throw caught
      if (answer.hasOutputOfStep) throw new ModelFailure(caught)
      const error = tellFailure(caught, narrator)
      const before = met.get(error.code) ?? 0
      const set = Object.keys(narrator.snapshot.parameters).filter(
        (name) => ![...refused].some((known) => known === name),
      )
      const retry = planRetry(error, before, set)
      if (retry === null) throw new ModelFailure(caught)
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

async function pause(seconds: number, signal: AbortSignal): Promise<void> {
  await wait(seconds * 1000, undefined, { signal }).catch(() => {})
  signal.throwIfAborted()
}
