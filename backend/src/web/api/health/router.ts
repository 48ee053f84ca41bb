import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'

import { checkDatabase } from '../../../db/database.ts'
import { Health } from '../../schemas/health.ts'
import { VERSION } from '../../../version.ts'
import type { AppServices } from '../../appServices.ts'

export function healthRouter({ db }: Pick<AppServices, 'db'>): FastifyPluginAsyncZod {
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
      async (_request, reply) => {
        const database = await checkDatabase(db)
        const isReady = database === 'ready'
        return reply
          .code(isReady ? 200 : 503)
          .send({ status: isReady ? 'ready' : 'degraded', version: VERSION, database })
      },
    )
  }
}
