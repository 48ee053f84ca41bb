import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'

import type { AppServices } from '../../appServices.ts'
import { IdParams } from '../../schemas/common.ts'
import { SessionForkList } from '../../schemas/fork.ts'
import { ForkCreate, HeadUpdate, SessionDetail } from '../../schemas/session.ts'
import { forkSession } from './forkSession.ts'
import { listSessionForks } from './listSessionForks.ts'
import { moveHead } from './moveHead.ts'
import { playAgain } from './playAgain.ts'
import type { CreationServices } from './createSession.ts'

const tags = ['Sessions']

/** Routes that move within the tree of messages, or begin another session from it. */
export function branchRouter(services: CreationServices & Pick<AppServices, 'live'>): FastifyPluginAsyncZod {
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

    app.get(
      '/:id/forks',
      {
        schema: {
          tags,
          summary: 'List the last turns at which something else could have been done, the last one first',
          description: 'At most three, without saying what else: only how much.',
          params: IdParams,
          response: { 200: SessionForkList },
        },
      },
      async (request) => listSessionForks(services, request.params.id),
    )

    app.post(
      '/:id/play-again',
      {
        schema: {
          tags,
          summary: 'Start a new session with the same gamebook, narrator, answers and settings',
          params: IdParams,
          response: { 201: SessionDetail },
        },
      },
      async (request, reply) => reply.code(201).send(await playAgain(services, request.params.id)),
    )
  }
}
