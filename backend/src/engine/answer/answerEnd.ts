import type { TurnError } from '../../messages/turnError.ts'
import type { Answer, AnswerEnd } from './answer.ts'
import { ModelFailure } from '../step/modelFailure.ts'
import type { Narrator } from '../narrator.ts'
import type { StepOutcome } from '../step/readStep.ts'
import { StoppedByPlayer } from '../stoppedByPlayer.ts'
import type { FailureCode } from '../../models/failure/failure.ts'
import { describeFailure } from '../../models/failure/describeFailure.ts'
import { turnErrorOf } from '../../models/failure/toTurnError.ts'

/** How an answer ends whose last step has been read: only words and a known finish make it whole. */
export function answerEndOf({ finishReason, calls }: StepOutcome, narrator: Narrator, answer: Answer): AnswerEnd {
  const isWhole = (finishReason === 'stop' || finishReason === 'length') && answer.hasText
  if (isWhole && calls.length === 0) return { status: 'done', finishReason, error: null }
  return { ...brokenEnd(answer, turnErrorOf(codeOf(finishReason, answer), narrator.snapshot)), finishReason }
}

/** How an answer ends after something was thrown. */
export function answerEndAfter(caught: unknown, narrator: Narrator, answer: Answer): AnswerEnd {
  if (caught instanceof StoppedByPlayer) return { status: 'stopped', finishReason: null, error: null }
  if (!(caught instanceof ModelFailure)) return faultEnd(answer)
  const error = describeFailure(caught.cause, narrator)
  // Whatever is not understood and comes after words has broken them off.
  const isBreak = answer.hasText && error.code === 'bad-response'
  return brokenEnd(answer, isBreak ? { ...error, ...turnErrorOf('interrupted', narrator.snapshot) } : error)
}

/** How an answer ends that could not be written to the disk. */
export function notSavedEnd(answer: Answer): AnswerEnd {
  return brokenEnd(answer, {
    code: 'not-stored',
    detail: 'This answer could not be saved, and will be gone when the server ends.',
    hint: 'Make room on the disk of the server, then retry.',
    retryable: true,
  })
}

/** How an answer ends that a fault of ours broke off. */
function faultEnd(answer: Answer): AnswerEnd {
  return brokenEnd(answer, {
    code: 'internal-error',
    detail: 'The server could not go on with this answer.',
    hint: 'Retry; if it goes on, look at the log of the server.',
    retryable: true,
  })
}

function brokenEnd(answer: Answer, error: TurnError): AnswerEnd {
  return { status: answer.hasText ? 'interrupted' : 'failed', finishReason: 'error', error }
}

function codeOf(finishReason: StepOutcome['finishReason'], answer: Answer): FailureCode {
  if (finishReason === 'content-filter') return 'content-filtered'
  return answer.hasText ? 'interrupted' : 'bad-response'
}
