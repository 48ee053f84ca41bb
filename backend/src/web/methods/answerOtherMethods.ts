import type { FastifyInstance, FastifyReply, RouteOptions } from 'fastify'

import { sendProblem } from '../problems/errorHandler.ts'
import { toProblem } from '../problems/problem.ts'

/** Answers what no route of a known path does: OPTIONS with the methods of the path, others with a 405. */
export function answerOtherMethods(app: FastifyInstance, routes: readonly RouteOptions[]): void {
  for (const [url, own] of methodsByPath(routes)) {
    const others = app.supportedMethods.filter((method) => !own.has(method))
    app.route({
      method: others,
      url,
      exposeHeadRoute: false,
      // Before the body is read.
      onRequest: async ({ method }, reply) => sendMethods(reply, method, [...own, 'OPTIONS']),
      handler: neverCalled,
    })
  }
}

export function sendMethods(reply: FastifyReply, method: string, allowed: readonly string[]): FastifyReply {
  const allow = allowed.join(', ')
  void reply.header('allow', allow)
  if (method === 'OPTIONS') return reply.code(204).send()
  const detail = `This path doesn't support ${method}.`
  return sendProblem(reply, toProblem('method-not-allowed', { detail, hint: `Use one of these methods: ${allow}.` }))
}

function methodsByPath(routes: readonly RouteOptions[]): ReadonlyMap<string, ReadonlySet<string>> {
  const byPath = new Map<string, Set<string>>()
  for (const { url, method } of routes) {
    const path = url.replace(/\/$/, '')
    byPath.set(path, new Set([...(byPath.get(path) ?? []), ...[method].flat()]))
  }
  return byPath
}

function neverCalled(): never {
  throw new Error('The method was answered before.')
}
