import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'

import { AppError } from '../../errors.ts'
import { frameworkProblem } from './frameworkProblem.ts'
import { problemOf } from './problem.ts'
import type { Problem } from '../schemas/common.ts'

/** Whatever is thrown becomes one shape here. Only our own faults are logged. */
export function errorHandler(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const isForeseen = error instanceof AppError
  const problem = isForeseen ? undefined : frameworkProblem(error, request)
  const told = problem ?? problemOf(error, request.id)
  if (told.status >= 500 && !isForeseen) request.log.error({ err: error, requestId: request.id }, 'A request failed.')
  return sendProblem(reply, told)
}

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  // As text: the schema of a route's answer has no say in its problems.
  return reply.code(problem.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(problem))
}
