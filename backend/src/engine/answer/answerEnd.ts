import type { TurnError } from '../../messages/turnError.ts'
import type { Answer, AnswerEnd } from './answer.ts'
import { ModelFailure } from '../step/modelFailure.ts'
import type { Narrator } from '../../models/narrator.ts'
import type { StepOutcome } from '../step/readStep.ts'
import { StoppedByPlayer } from '../stoppedByPlayer.ts'
import type { FailureCode } from '../../models/failure/failure.ts'
import { describeFailure } from '../../models/failure/describeFailure.ts'
import { turnErrorOf } from '../../models/failure/toTurnError.ts'

/** The end of an answer after its last step: it is complete only with text and a known finish reason. */
export function answerEndOf({ finishReason, calls }: StepOutcome, narrator: Narrator, answer: Answer): AnswerEnd {
  const isComplete = (finishReason === 'stop' || finishReason === 'length') && answer.hasText
  if (isComplete && calls.length === 0) return { status: 'done', finishReason, error: null }
  return { ...brokenEnd(answer, turnErrorOf(codeOf(finishReason, answer), narrator.snapshot)), finishReason }
}

/** The end of an answer after an error or a stop. */
export function answerEndAfter(caught: unknown, narrator: Narrator, answer: Answer): AnswerEnd {
  if (caught instanceof StoppedByPlayer) return { status: 'stopped', finishReason: null, error: null }
  if (!(caught instanceof ModelFailure)) return faultEnd(answer)
  const error = describeFailure(caught.cause, narrator)
  // After some text, what has no better name is an interruption.
  const isUnnamed = error.code === 'bad-response' || (error.code === 'provider-error' && error.status === undefined)
  const isInterruption = answer.hasText && isUnnamed
  return brokenEnd(answer, isInterruption ? { ...error, ...turnErrorOf('interrupted', narrator.snapshot) } : error)
}

/** The end of an answer after an error of the server itself. */
function faultEnd(answer: Answer): AnswerEnd {
  return brokenEnd(answer, {
    code: 'internal-error',
    detail: 'A server error interrupted this answer.',
    hint: "Retry. If it happens again, check the server's log.",
    retryable: true,
  })
}

function brokenEnd(answer: Answer, error: TurnError): AnswerEnd {
  return { status: answer.hasText ? 'interrupted' : 'failed', finishReason: 'error', error }
}

function codeOf(finishReason: StepOutcome['finishReason'], answer: Answer): FailureCode {
  if (finishReason === 'content-filter') return 'content-filtered'
  if (answer.hasText || finishReason === null) return 'interrupted'
  return finishReason === 'length' ? 'output-limit' : 'empty-answer'
}
