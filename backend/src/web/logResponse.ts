import type { FastifyReply, FastifyRequest } from 'fastify'

/** One line for each request that was answered. The route and not the address, which may hold what people type. */
export async function logAnswer(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { method, routeOptions, log } = request
  const ms = Math.round(reply.elapsedTime)
  log.info({ method, route: routeOptions.url ?? null, status: reply.statusCode, ms }, 'A request was answered.')
}
