import { STATUS_CODES } from 'node:http'
import { StateError } from '@llm-gamebook/story'

import { type ErrorCode, AppError } from '../../errors.ts'
import type { Problem } from '../schemas/common.ts'
import { problemTypes } from './problemTypes.ts'
import { storageProblem } from './storageProblem.ts'

export interface ProblemText {
  /** What happened. */
  readonly detail: string
  /** What to do next. */
  readonly hint: string
  readonly errors?: Readonly<Record<string, string>>
  readonly requestId?: string
}

export function toProblem(code: ErrorCode, { detail, hint, errors, requestId }: ProblemText): Problem {
  const { status } = problemTypes[code]
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
