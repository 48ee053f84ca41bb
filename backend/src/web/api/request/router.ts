import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'

import { readKeptRequests, saveKeptRequests } from '../../../db/models/appSettings.ts'
import { countKeptTexts } from '../../../db/models/keptTexts.ts'
import { listRequests } from '../../../db/models/requestQueries.ts'
import type { AppServices } from '../../appServices.ts'
import { IdParams } from '../../schemas/common.ts'
import {
  KeptRequestTexts,
  NextRequest,
  NextRequestBody,
  NextRequestQuery,
  RequestQuery,
  RequestSearchQuery,
  RequestSearchResult,
  RequestSettings,
  SentRequestDetail,
  SentRequestList,
} from '../../schemas/request.ts'
import { getSession } from '../../session/getSession.ts'
import { getNextRequest, getNextRequestBody } from './getNextRequest.ts'
import { getRequest, getRequestBody, type RequestServices } from './getRequest.ts'
import { searchRequests } from './searchRequests.ts'
import { toSentRequest } from './toSentRequest.ts'

const tags = ['Requests']
const PAGE = 50
const BODY = { description: 'The body', content: { 'text/plain': { schema: z.string() } } }

const sendText = (reply: FastifyReply, text: string): FastifyReply =>
  reply.type('text/plain; charset=utf-8').serializer(String).send(text)

/** What was sent to providers. */
export function requestRouter(services: RequestServices & Pick<AppServices, 'requestTexts'>): FastifyPluginAsyncZod {
  const { db, requestTexts } = services
  return async (app) => {
    app.get(
      '/',
      {
        schema: {
          tags,
          summary: 'List the requests of a session, newest first',
          querystring: RequestQuery,
          response: { 200: SentRequestList },
        },
      },
      async (request) => {
        const { sessionId = null, messageId, limit = PAGE, cursor } = request.query
        if (sessionId !== null) await getSession(db, sessionId)
        const found = await listRequests(db, { sessionId, messageId, before: cursor, limit: limit + 1 })
        const data = found.slice(0, limit).map(toSentRequest)
        return { data, nextCursor: found.length > limit ? (data.at(-1)?.id ?? null) : null }
      },
    )

    app.get(
      '/search',
      {
        schema: {
          tags,
          summary: 'Search the text of the requests of a session',
          querystring: RequestSearchQuery,
          response: { 200: RequestSearchResult },
        },
      },
      async (request) => searchRequests(services, request.query),
    )

    app.get(
      '/settings',
      { schema: { tags, summary: 'Get how long the text of requests is kept', response: { 200: RequestSettings } } },
      async () => ({ keepTexts: await readKeptRequests(db) }),
    )

    app.put(
      '/settings',
      {
        schema: {
          tags,
          summary: 'Change how long the text of requests is kept; what is too old is removed',
          body: RequestSettings,
          response: { 200: RequestSettings },
        },
      },
      async (request) => {
        await saveKeptRequests(db, request.body.keepTexts)
        void requestTexts.removeOld()
        return request.body
      },
    )

    app.get(
      '/texts',
      {
        schema: {
          tags,
          summary: 'Get how many requests have their text, and its size',
          response: { 200: KeptRequestTexts },
        },
      },
      async () => countKeptTexts(db),
    )

    app.delete(
      '/texts',
      {
        schema: {
          tags,
          summary: 'Remove the texts of all requests; their tokens and costs stay',
          response: { 204: z.undefined() },
        },
      },
      async (_, reply) => {
        await requestTexts.removeAll()
        return reply.code(204).send()
      },
    )

    app.get(
      '/:id',
      {
        schema: {
          tags,
          summary: 'Get a request with its blocks, compared with the request before',
          params: IdParams,
          response: { 200: SentRequestDetail },
        },
      },
      async (request) => getRequest(services, request.params.id),
    )

    app.get(
      '/:id/body',
      {
        schema: {
          tags,
          summary: 'Get the body of a request as it was sent, with masked secrets',
          params: IdParams,
          response: { 200: BODY },
        },
      },
      async (request, reply) => sendText(reply, await getRequestBody(services, request.params.id)),
    )
  }
}

/** What would be sent to a provider. */
export function nextRequestRouter(
  services: RequestServices & Pick<AppServices, 'turns' | 'requests'>,
): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/:id/next-request',
      {
        schema: {
          tags,
          summary: 'Get what would be sent with the next message; nothing is sent',
          params: IdParams,
          querystring: NextRequestQuery,
          response: { 200: NextRequest },
        },
      },
      async (request) => getNextRequest(services, request.params.id, request.query.text ?? '…'),
    )

    app.post(
      '/:id/next-request',
      {
        schema: {
          tags,
          summary: 'Get what would be sent with this message; nothing is sent',
          params: IdParams,
          body: NextRequestBody,
          response: { 200: NextRequest },
        },
      },
      async (request) => getNextRequest(services, request.params.id, request.body.text),
    )

    app.post(
      '/:id/next-request/body',
      {
        schema: {
          tags,
          summary: 'Get the body that would be sent with this message, with masked secrets; nothing is sent',
          params: IdParams,
          body: NextRequestBody,
          response: { 200: BODY },
        },
      },
      async (request, reply) =>
        sendText(reply, await getNextRequestBody(services, request.params.id, request.body.text)),
    )
  }
}
