import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'

import type { AppServices } from '../../appServices.ts'
import { IdParams } from '../../schemas/common.ts'
import { ForkCreate, HeadUpdate, SessionDetail } from '../../schemas/session.ts'
import { forkSession } from './forkSession.ts'
import { moveHead } from './moveHead.ts'
import type { SessionDetailServices } from './sessionDetail.ts'

const tags = ['Sessions']

/** Routes that move within the tree of messages, without a turn. */
export function branchRouter(
  services: SessionDetailServices & Pick<AppServices, 'clock' | 'live' | 'turns'>,
): FastifyPluginAsyncZod {
  return async (app) => {
    app.put(
      '/:id/head',
      {
        schema: {
          tags,
          summary: 'Undo, redo, or switch to a sibling',
          params: IdParams,
          body: HeadUpdate,
          response: { 200: SessionDetail },
        },
      },
      async (request) => moveHead(services, request.params.id, request.body),
    )

    app.post(
      '/:id/fork',
      {
        schema: {
          tags,
          summary: 'Copy the story up to a message into a new session',
          params: IdParams,
          body: ForkCreate,
          response: { 201: SessionDetail },
        },
      },
      async (request, reply) =>
        reply.code(201).send(await forkSession(services, request.params.id, request.body.messageId)),
    )
  }
}
