import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

import { AppError } from '../../errors.ts'
import { clientNetwork } from './clientNetwork.ts'

/** Per address; far above what a person with many open pages sends. */
export const REQUESTS_PER_MINUTE = 6000

/** Rejects more than `max` calls per minute from one address. */
export function limitPerMinute(
  app: FastifyInstance,
  max: number,
): (request: FastifyRequest, reply: FastifyReply) => Promise<void> {
  const count = app.createRateLimit({
    max,
    timeWindow: '1 minute',
    keyGenerator: ({ ip }) => clientNetwork(ip),
  })
  return async (request, reply) => {
    const counted = await count(request)
    if (counted.isAllowed || !counted.isExceeded) return
    void reply.header('retry-after', counted.ttlInSeconds)
    throw new TooManyRequestsError('Too many requests from this address.', counted.ttlInSeconds)
  }
}

export class TooManyRequestsError extends AppError {
  override readonly name = 'TooManyRequestsError'
  readonly code = 'too-many-requests'

  constructor(message: string, seconds: number) {
    super(message, `Wait ${seconds} s, then try again.`)
  }
}
