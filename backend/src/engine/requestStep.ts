import { type ProtectedTexts, worldOf } from '@llm-gamebook/story'

import { NO_REQUEST_LOG } from '../models/transport/requestLog.ts'
import { protectSecrets } from './drift/protectSecrets.ts'
import { buildRequest } from './request/buildRequest.ts'
import type { RequestInput } from './request/requestInput.ts'
import { buildTextReading } from './request/textReading.ts'
import { withoutSecret } from './request/turnPrompt.ts'
import { callModel, type ModelCall } from './step/callModel.ts'
import type { StepOutcome } from './step/readStep.ts'
import { isChecked, isPlayed, type TurnRun } from './turnRun.ts'

type Step = Pick<RequestInput, 'offersTools' | 'closing' | 'narrations' | 'texts'>

/**
 * Sends the request of one step, and adds its output to the answer. A model that gives something away goes on once in a
 * turn; the second time, its answer ends there.
 */
export async function requestStep(run: TurnRun, step: Step): Promise<StepOutcome> {
  const outcome = await sendStep(run, step)
  if (outcome.isCut !== true) return outcome
  run.answer.note(run.hasGivenAway ? GAVE_AWAY_AGAIN : GAVE_AWAY)
  if (run.hasGivenAway) return outcome
  run.hasGivenAway = true
  run.signal.throwIfAborted()
  return requestStep(run, { ...step, texts: withoutSecret(step.texts, run.answer.hasText) })
}

const GAVE_AWAY = 'The model gave away what the story has not revealed yet. It was left out, and the model went on.'
const GAVE_AWAY_AGAIN = 'The model gave away again what the story has not revealed yet, so its answer was cut there.'

/** The texts that the words of the next step may not hold. */
function protectedTexts(run: TurnRun): ProtectedTexts | null {
  const { turn, before, answer, onFault } = run
  try {
    return isChecked(run) ? protectSecrets({ turn, before, answer: answer.snapshot() }) : null
  } catch (fault) {
    onFault(fault)
    return null
  }
}

async function sendStep(run: TurnRun, step: Step): Promise<StepOutcome> {
  const { turn, answer, signal, report, refused, waitsToRetry, gauge, requests = NO_REQUEST_LOG } = run
  answer.beginStep()
  run.step += 1
  if (turn.narrator.toolStyle !== 'narrow') answer.setSentTools(step.texts.toolNames)
  const world = worldOf(turn.gamebook, answer.state)
  const build: ModelCall['build'] = (callOptions) => {
    const request = buildRequest({ turn, world, answer: answer.snapshot(), ...step, report, callOptions })
    gauge?.addRequest(request)
    return request
  }
  const isTaken = run.asWritten === true && turn.narrator.toolStyle !== 'text'
  const text = isTaken ? null : buildTextReading(turn, step.texts.toolNames)
  const reading = { text, protectSecrets: () => protectedTexts(run) }
  const purpose = {
    purpose: run.purpose ?? 'turn',
    sessionId: isPlayed(run) ? turn.sessionId : null,
    messageId: isPlayed(run) ? answer.id : null,
    step: run.step,
  }
  const { narrator } = turn
  const outcome = await callModel(
    { narrator, answer, signal, build, reading, requests, purpose, waitsToRetry },
    refused,
  )
  const memory = gauge?.addCount(outcome.inputTokens ?? null)
  if (memory != null) answer.setMemory(memory)
  return outcome
}
