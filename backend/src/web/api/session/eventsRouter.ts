import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'

import type { AppServices } from '../../appServices.ts'
import { IdParams } from '../../schemas/common.ts'
import { LiveEvent } from '../../schemas/live.ts'
import { openEventStream } from '../../live/eventStream.ts'
import type { SessionDetailServices } from './sessionDetail.ts'

export function eventsRouter(services: SessionDetailServices & Pick<AppServices, 'live'>): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/:id/events',
      {
        schema: {
          tags: ['Live'],
          summary: 'Session events as Server-Sent Events',
          description:
            'Each `data` line holds one event as JSON. The first is a snapshot; a `heartbeat` comes every 15 seconds.',
          params: IdParams,
          response: { 200: { description: 'The stream', content: { 'text/event-stream': { schema: LiveEvent } } } },
        },
      },
      async (request, reply) => {
        await openEventStream(services, request.params.id, reply.raw)
        return reply.hijack()
      },
    )
  }
}
