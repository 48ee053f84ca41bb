import type { FastifyReply, FastifyRequest } from 'fastify'

/** Logs one line per response, with the route instead of the path, which may contain what people type. */
export async function logResponse(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { method, routeOptions, log } = request
  const ms = Math.round(reply.elapsedTime)
  log.info({ method, route: routeOptions.url ?? null, status: reply.statusCode, ms }, 'A request was answered.')
}
