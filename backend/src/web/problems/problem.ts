import { STATUS_CODES } from 'node:http'
import { StateError } from '@llm-gamebook/story'

import { type ErrorCode, AppError } from '../../errors.ts'
import type { Problem } from '../schemas/common.ts'
import { storageProblem } from './storageProblem.ts'

/** The HTTP status of each error code. */
export const statusByCode: Readonly<Record<ErrorCode, number>> = {
  'bad-request': 400,
  'empty-body': 400,
  'malformed-json': 400,
  'password-required': 401,
  'foreign-host': 403,
  'foreign-origin': 403,
  'gamebook-read-only': 403,
  'gamebook-not-found': 404,
  'image-not-found': 404,
  'message-not-found': 404,
  'model-config-not-found': 404,
  'session-not-found': 404,
  'unknown-path': 404,
  'edited-elsewhere': 409,
  'gamebook-not-playable': 409,
  'no-model': 409,
  'provider-not-supported': 409,
  'session-ended': 409,
  'state-invalid': 409,
  'state-version': 409,
  'turn-running': 409,
  'unreadable-key': 409,
  'wrong-role': 409,
  'too-large': 413,
  'unsupported-media-type': 415,
  'gamebook-too-large-to-check': 422,
  'invalid-input': 422,
  'too-many-requests': 429,
  'internal-error': 500,
  'model-list-failed': 502,
  'disk-full': 507,
  'not-writable': 507,
}

export interface ProblemText {
  /** What happened. */
  readonly detail: string
  /** What to do next. */
  readonly hint: string
  readonly errors?: Readonly<Record<string, string>>
  readonly requestId?: string
}

export function toProblem(code: ErrorCode, { detail, hint, errors, requestId }: ProblemText): Problem {
  const status = statusByCode[code]
  return {
    type: `urn:llm-gamebook:problem:${code}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail,
    code,
    hint,
    ...(errors !== undefined && { errors: { ...errors } }),
    ...(requestId !== undefined && { requestId }),
  }
}

/** The problem body of an error. An unexpected error shows nothing but the id of the request. */
export function problemOf(error: unknown, requestId: string): Problem {
  if (error instanceof AppError) {
    const { code, message: detail, hint, errors } = error
    return toProblem(code, { detail, hint, ...(errors !== undefined && { errors }) })
  }
  if (error instanceof StateError) return toProblem(error.code, { detail: error.message, hint: error.hint })
  const storage = storageProblem(error)
  if (storage !== null) return toProblem(storage.code, storage)
  return toProblem('internal-error', {
    detail: 'Something went wrong on the server.',
    hint: "Try again. If it happens again, find the request id in the server's log.",
    requestId,
  })
}
