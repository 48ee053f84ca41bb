import type { FastifyError, FastifyRequest } from 'fastify'

import type { ErrorCode } from '../../errors.ts'
import { type ProblemText, toProblem } from './problem.ts'
import type { Problem } from '../schemas/common.ts'
import { type SchemaIssue, toFieldErrors } from './fieldErrors.ts'

type CodeAndText = readonly [ErrorCode, ProblemText]

const EMPTY_BODY: CodeAndText = [
  'empty-body',
  { detail: 'The request has no body.', hint: 'Send a JSON object, with `content-type: application/json`.' },
]
const UNKNOWN_PATH: CodeAndText = [
  'unknown-path',
  { detail: 'Nothing exists at this path.', hint: 'Compare the path with the documentation at /api/docs.' },
]

const byFrameworkCode: Readonly<Record<string, CodeAndText>> = {
  FST_ERR_CTP_EMPTY_JSON_BODY: EMPTY_BODY,
  FST_ERR_CTP_INVALID_JSON_BODY: [
    'malformed-json',
    { detail: 'The body is not JSON.', hint: 'Check it for a missing quote, comma or bracket.' },
  ],
  FST_ERR_CTP_BODY_TOO_LARGE: ['too-large', { detail: 'The body is too large.', hint: 'Send a smaller body.' }],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [
    'unsupported-media-type',
    { detail: "This content type isn't supported.", hint: 'Send JSON, with `content-type: application/json`.' },
  ],
  FST_ERR_NOT_FOUND: UNKNOWN_PATH,
}

const BAD_REQUEST: CodeAndText = [
  'bad-request',
  { detail: 'The request is malformed.', hint: 'Check its path and headers.' },
]

export const unknownPath = (): Problem => toProblem(...UNKNOWN_PATH)

/** The problem that the framework found in a request; undefined for a fault of the server. */
export function frameworkProblem(error: FastifyError, request: FastifyRequest): Problem | undefined {
  const { validation, validationContext } = error
  if (validation !== undefined) return invalidInput({ validation, validationContext }, request)
  const known = byFrameworkCode[error.code]
  if (known !== undefined) return toProblem(...known)
  const isClientError = error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500
  return isClientError ? toProblem(...BAD_REQUEST) : undefined
}

interface InvalidValues {
  readonly validation: readonly SchemaIssue[]
  readonly validationContext?: string | undefined
}

function invalidInput({ validation, validationContext }: InvalidValues, request: FastifyRequest): Problem {
  if (validationContext === 'params') return unknownPath()
  if (validationContext === 'body' && request.body === undefined) return toProblem(...EMPTY_BODY)
  const errors = toFieldErrors(validation)
  const [first] = Object.entries(errors)
  return toProblem('invalid-input', {
    detail: first === undefined ? 'Some values are invalid.' : `${first[0]}: ${first[1]}`,
    hint: 'Fix the fields listed in `errors`, then send again.',
    errors,
  })
}
