import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'

import { AppError } from '../../errors.ts'
import { frameworkProblem } from './frameworkProblem.ts'
import { problemOf } from './problem.ts'
import type { Problem } from '../schemas/common.ts'

/** The problems that pass by themselves. */
const PASSING: ReadonlySet<string> = new Set(['database-busy', 'database-unreachable', 'disk-slow', 'too-many-streams'])
/** Long enough for a disk to recover when something else kept it busy. */
const PAUSE_SECONDS = 5

/** Turns every error into a problem body. Only errors of the server itself are logged. */
export function errorHandler(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const isExpected = error instanceof AppError
  const problem = isExpected ? undefined : frameworkProblem(error, request)
  const sent = problem ?? problemOf(error, request.id)
  if (sent.status >= 500 && !isExpected) request.log.error({ err: error, requestId: request.id }, 'A request failed.')
  return sendProblem(reply, sent)
}

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  if (PASSING.has(problem.code)) void reply.header('retry-after', PAUSE_SECONDS)
  // Sent as text, because the response schema of the route doesn't describe problems.
  return reply.code(problem.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(problem))
}
