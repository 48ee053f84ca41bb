import type { TurnError } from '../../messages/turnError.ts'
import type { Narrator } from '../narrator.ts'
import { findDenial } from '../transport/requestDeniedError.ts'
import { classify } from './classify.ts'
import { failureText } from './failureText.ts'
import { type Failure, type FailureCode, noFailure } from './failure.ts'
import { readFailure } from './readFailure.ts'

/** The error that a player sees for anything that went wrong with a model or the connection to it. */
export function toTurnError(caught: unknown, narrator: Narrator['snapshot']): TurnError {
  const denial = findDenial(caught)
  if (denial !== null) return { ...denial, retryable: false }
  const failure = readFailure(caught)
  return toError(classify(failure, narrator.provider), failure, narrator)
}

/** The error of a turn that ended early without an exception. */
export function turnErrorOf(code: FailureCode, narrator: Narrator['snapshot']): TurnError {
  return toError(code, noFailure, narrator)
}

function toError(code: FailureCode, failure: Failure, narrator: Narrator['snapshot']): TurnError {
  const { status, providerCode, providerMessage, retryAfterSeconds, parameter, requestId } = failure
  return {
    code,
    ...failureText(code, failure, narrator),
    ...(retryAfterSeconds !== null && { retryAfterSeconds }),
    ...(status !== null && { status }),
    ...(providerCode !== null && { providerCode }),
    ...(providerMessage !== null && { providerMessage: withoutKeys(shorten(providerMessage)) }),
    ...(code === 'refused-parameters' && parameter !== null && { parameter }),
    ...(narrator.host !== null && { host: narrator.host }),
    ...(requestId !== null && { requestId }),
  }
}

const LONGEST_MESSAGE = 300

/** A long report of a program ends with what went wrong. */
function shorten(message: string): string {
  if (message.length <= LONGEST_MESSAGE) return message
  const start = message.lastIndexOf('Exception: ')
  const from = start === -1 ? 0 : message.lastIndexOf('\n', start) + 1
  return message.slice(from, from + LONGEST_MESSAGE)
}

/** Providers quote the key that they reject, whole or in part. */
function withoutKeys(text: string): string {
  return text
    .replaceAll(/\b(?:(?:sk|gsk|xai|key)[-_]|AIza)(?=[A-Za-z_.-]*[\d*])[A-Za-z0-9_*.-]{8,}/g, '…')
    .replaceAll(/Bearer\s+\S+/gi, 'Bearer …')
}
