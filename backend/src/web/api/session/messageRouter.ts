import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'

import type { AppServices } from '../../appServices.ts'
import { IdParams } from '../../schemas/common.ts'
import { MessagePage, MessagePageQuery } from '../../schemas/session.ts'
import { SearchQuery, SearchResult } from '../../schemas/search.ts'
import { listEarlierMessages } from './listEarlierMessages.ts'
import { searchSession } from './searchSession.ts'

const tags = ['Sessions']

/** Routes that read the story so far. */
export function messageRouter(services: Pick<AppServices, 'db'>): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/:id/messages',
      {
        schema: {
          tags,
          summary: 'List earlier messages of the story, oldest first',
          params: IdParams,
          querystring: MessagePageQuery,
          response: { 200: MessagePage },
        },
      },
      async (request) => listEarlierMessages(services, request.params.id, request.query),
    )

    app.get(
      '/:id/search',
      {
        schema: {
          tags,
          summary: 'Search the story so far, newest message first',
          description: 'Case and accents are ignored.',
          params: IdParams,
          querystring: SearchQuery,
          response: { 200: SearchResult },
        },
      },
      async (request, reply) => searchSession(services, request.params.id, request.query, () => !reply.raw.destroyed),
    )
  }
}
