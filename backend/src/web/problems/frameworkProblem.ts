import type { FastifyError, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'

import type { ErrorCode } from '../../errors.ts'
import { type ProblemText, toProblem } from './problem.ts'
import type { Problem } from '../schemas/common.ts'
import { type SchemaIssue, toFieldErrors } from './fieldErrors.ts'

type Words = readonly [ErrorCode, ProblemText]

const EMPTY_BODY: Words = [
  'empty-body',
  { detail: 'The request has no body.', hint: 'Send a JSON object, with `content-type: application/json`.' },
]
const UNKNOWN_PATH: Words = [
  'unknown-path',
  { detail: 'There is nothing at this address.', hint: 'Compare the path with the documentation at /api/docs.' },
]

const byFrameworkCode: Readonly<Record<string, Words>> = {
  FST_ERR_CTP_EMPTY_JSON_BODY: EMPTY_BODY,
  FST_ERR_CTP_INVALID_JSON_BODY: [
    'malformed-json',
    { detail: 'The body is not JSON.', hint: 'Check it for a missing quote, comma or bracket.' },
  ],
  FST_ERR_CTP_BODY_TOO_LARGE: ['too-large', { detail: 'The body is too large.', hint: 'Send less at once.' }],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [
    'unsupported-media-type',
    { detail: 'A body of this type is not read here.', hint: 'Send JSON, with `content-type: application/json`.' },
  ],
  FST_ERR_NOT_FOUND: UNKNOWN_PATH,
}

const BAD_REQUEST: Words = [
  'bad-request',
  { detail: 'The request cannot be read.', hint: 'Check its address and headers.' },
]

export const unknownPath = (): Problem => toProblem(...UNKNOWN_PATH)

/** What the framework itself found wrong with a request; undefined where it is not the request's fault. */
export function frameworkProblem(error: FastifyError, request: FastifyRequest): Problem | undefined {
  if (hasZodFastifySchemaValidationErrors(error)) return refusedValues(error, request)
  const words = byFrameworkCode[error.code]
  if (words !== undefined) return toProblem(...words)
  const isForeseen = error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500
  return isForeseen ? toProblem(...BAD_REQUEST) : undefined
}

interface RefusedValues {
  readonly validation: readonly SchemaIssue[]
  readonly validationContext?: string | undefined
}

function refusedValues({ validation, validationContext }: RefusedValues, request: FastifyRequest): Problem {
  if (validationContext === 'params') return unknownPath()
  if (validationContext === 'body' && request.body === undefined) return toProblem(...EMPTY_BODY)
  const errors = toFieldErrors(validation)
  const [first] = Object.entries(errors)
  return toProblem('invalid-input', {
    detail: first === undefined ? 'A value is refused.' : `${first[0]}: ${first[1]}`,
    hint: 'Mend the fields that are named in `errors`, then send it again.',
    errors,
  })
}
