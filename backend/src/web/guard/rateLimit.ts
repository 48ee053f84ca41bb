import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

import { AppError } from '../../errors.ts'

/** For one address; far above what people and their pages ask for. */
export const REQUESTS_PER_MINUTE = 6000

/** Refuses more than `max` calls in a minute from one address. */
export function limitPerMinute(
  app: FastifyInstance,
  max: number,
): (request: FastifyRequest, reply: FastifyReply) => Promise<void> {
  const count = app.createRateLimit({ max, timeWindow: '1 minute' })
  return async (request, reply) => {
    const counted = await count(request)
    if (counted.isAllowed || !counted.isExceeded) return
    void reply.header('retry-after', counted.ttlInSeconds)
    throw new TooManyRequestsError(counted.ttlInSeconds)
  }
}

class TooManyRequestsError extends AppError {
  override readonly name = 'TooManyRequestsError'
  readonly code = 'too-many-requests'

  constructor(seconds: number) {
    super('Too many requests came from this address.', `Wait ${seconds} seconds, then try again.`)
  }
}
