import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'

import { checkDatabase } from '../../../db/database.ts'
import { Health } from '../../schemas/health.ts'
import { VERSION } from '../../../version.ts'
import type { AppServices } from '../../appServices.ts'

/** Whether a request may learn more than the state of the server. */
export type IsTrusted = (request: FastifyRequest) => boolean

/** Needs no password. Without it, the answer says whether the server works and nothing else. */
export function healthRouter(
  { db, databaseDamage }: Pick<AppServices, 'db' | 'databaseDamage'>,
  isTrusted: IsTrusted,
): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/',
      {
        schema: {
          tags: ['Health'],
          summary: 'Check whether the server is ready',
          response: { 200: Health, 503: Health },
        },
      },
      async (request, reply) => {
        const hint = databaseDamage()
        const database = hint === null ? await checkDatabase(db) : 'damaged'
        const isReady = database === 'ready'
        const more = isTrusted(request)
        return reply.code(isReady ? 200 : 503).send({
          status: isReady ? 'ready' : 'degraded',
          version: more ? VERSION : '',
          database,
          ...(more && hint !== null && { hint }),
        })
      },
    )
  }
}
