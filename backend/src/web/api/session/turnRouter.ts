import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'

import { IdParams } from '../../schemas/common.ts'
import { MessageCreate, MessageEdit, MessageRetry, RetryAccepted, TurnAccepted } from '../../schemas/message.ts'
import { SessionDetail, SessionMessageParams } from '../../schemas/session.ts'
import { editMessage } from './editMessage.ts'
import { restartSession } from './restartSession.ts'
import { retryMessage } from './retryMessage.ts'
import { sendMessage } from './sendMessage.ts'
import type { SessionDetailServices } from './sessionDetail.ts'
import type { TurnServices } from './toTurnAccepted.ts'
import { getSession } from '../../session/getSession.ts'

const tags = ['Turns']

/** Routes that start or stop a turn. */
export function turnRouter(services: SessionDetailServices & TurnServices): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/:id/messages',
      {
        schema: {
          tags,
          summary: "Send the player's message; the answer arrives on the event stream",
          params: IdParams,
          body: MessageCreate,
          response: { 202: TurnAccepted },
        },
      },
      async (request, reply) => reply.code(202).send(await sendMessage(services, request.params.id, request.body)),
    )

    app.post(
      '/:id/stop',
      {
        schema: {
          tags,
          summary: 'Stop the running answer and keep its text',
          params: IdParams,
          response: { 204: z.undefined() },
        },
      },
      async (request, reply) => {
        const session = await getSession(services.db, request.params.id)
        await services.turns.stop(session.id)
        return reply.code(204).send()
      },
    )

    app.post(
      '/:id/messages/:messageId/retry',
      {
        schema: {
          tags,
          summary: 'Request another answer to the same message, by the id of the answer or the message',
          params: SessionMessageParams,
          body: MessageRetry.nullish(),
          response: { 202: RetryAccepted },
        },
      },
      async (request, reply) => reply.code(202).send(await retryMessage(services, request.params, request.body ?? {})),
    )

    app.post(
      '/:id/messages/:messageId/edit',
      {
        schema: {
          tags,
          summary: 'Edit a message; earlier versions and their answers are kept',
          params: SessionMessageParams,
          body: MessageEdit,
          response: { 202: TurnAccepted },
        },
      },
      async (request, reply) => reply.code(202).send(await editMessage(services, request.params, request.body)),
    )

    app.post(
      '/:id/restart',
      {
        schema: {
          tags,
          summary: 'Start over with a new opening, as a new branch',
          params: IdParams,
          response: { 200: SessionDetail },
        },
      },
      async (request) => restartSession(services, request.params.id),
    )
  }
}
