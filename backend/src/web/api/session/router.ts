import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'

import type { AppServices } from '../../appServices.ts'
import { IdParams } from '../../schemas/common.ts'
import {
  SessionCreate,
  SessionDeletion,
  SessionDetail,
  SessionList,
  SessionQuery,
  SessionState,
  SessionUpdate,
  StateQuery,
} from '../../schemas/session.ts'
import { createSession } from './createSession.ts'
import { deleteSession, restoreSession } from './deleteSession.ts'
import { listSessions } from './listSessions.ts'
import { getSessionDetail, type SessionDetailServices } from './sessionDetail.ts'
import { duplicateSession } from './duplicateSession.ts'
import { getSessionState } from './sessionState.ts'
import { updateSession } from './updateSession.ts'

const tags = ['Sessions']

export function sessionRouter(
  services: SessionDetailServices & Pick<AppServices, 'clock' | 'library' | 'live' | 'paths' | 'turns'>,
): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/',
      {
        schema: {
          tags,
          summary: 'List sessions, most recently played first',
          querystring: SessionQuery,
          response: { 200: SessionList },
        },
      },
      async (request) => listSessions(services, request.query),
    )

    app.post(
      '/',
      {
        schema: {
          tags,
          summary: 'Start a session; the opening is generated automatically',
          body: SessionCreate,
          response: { 201: SessionDetail },
        },
      },
      async (request, reply) => reply.code(201).send(await createSession(services, request.body)),
    )

    app.get(
      '/:id',
      {
        schema: {
          tags,
          summary: 'Get a session with the story so far',
          params: IdParams,
          response: { 200: SessionDetail },
        },
      },
      async (request) => getSessionDetail(services, request.params.id),
    )

    app.patch(
      '/:id',
      {
        schema: {
          tags,
          summary: 'Change the title, the model config or settings; omitted ones stay unchanged',
          params: IdParams,
          body: SessionUpdate,
          response: { 200: SessionDetail },
        },
      },
      async (request) => updateSession(services, request.params.id, request.body),
    )

    app.delete(
      '/:id',
      {
        schema: {
          tags,
          summary: 'Delete a session; a running answer is stopped first',
          description: 'It can be restored for 30 days, unless it is deleted `forever`.',
          params: IdParams,
          querystring: SessionDeletion,
          response: { 204: z.undefined() },
        },
      },
      async (request, reply) => {
        await deleteSession(services, request.params.id, request.query.forever ?? false)
        return reply.code(204).send()
      },
    )

    app.post(
      '/:id/restore',
      {
        schema: {
          tags,
          summary: 'Restore a deleted session',
          params: IdParams,
          response: { 200: SessionDetail },
        },
      },
      async (request) => restoreSession(services, request.params.id),
    )

    app.post(
      '/:id/duplicate',
      {
        schema: {
          tags,
          summary: 'Copy a session with all versions of its messages',
          params: IdParams,
          response: { 201: SessionDetail },
        },
      },
      async (request, reply) => reply.code(201).send(await duplicateSession(services, request.params.id)),
    )

    app.get(
      '/:id/state',
      {
        schema: {
          tags,
          summary: 'Get the state of the story at the head or after a message',
          params: IdParams,
          querystring: StateQuery,
          response: { 200: SessionState },
        },
      },
      async (request, reply) =>
        getSessionState(services, request.params.id, request.query.messageId, () => !reply.raw.destroyed),
    )
  }
}
