import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'

import { createGamebook, forkGamebook, removeGamebook } from '../../../gamebooks/changeLibrary.ts'
import type { AppServices } from '../../appServices.ts'
import { GamebookCreate, GamebookDetail, GamebookList, GamebookParams, GamebookQuery } from '../../schemas/gamebook.ts'
import { SOURCE_BODY_LIMIT } from './sourceRouter.ts'
import { toGamebookDetail } from './gamebookDetail.ts'
import { toGamebookId } from './gamebookId.ts'
import { listGamebooks } from './listGamebooks.ts'

const tags = ['Gamebooks']

export function gamebookRouter({ db, library }: Pick<AppServices, 'db' | 'library'>): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/',
      {
        schema: {
          tags,
          summary: 'List all gamebooks, including broken ones, shipped ones first',
          querystring: GamebookQuery,
          response: { 200: GamebookList },
        },
      },
      async (request) => {
        const summaries = await listGamebooks(db, library, request.query.source)
        return { data: summaries, count: summaries.length }
      },
    )

    app.post(
      '/',
      {
        bodyLimit: SOURCE_BODY_LIMIT,
        schema: {
          tags,
          summary: 'Create a gamebook',
          body: GamebookCreate,
          response: { 201: GamebookDetail },
        },
      },
      async (request, reply) =>
        reply
          .code(201)
          .send(await toGamebookDetail(db, await createGamebook(library, request.body.title, request.body.yaml))),
    )

    app.get(
      '/:namespace/:name',
      {
        schema: {
          tags,
          summary: 'Get a gamebook with its diagnostics',
          params: GamebookParams,
          response: { 200: GamebookDetail },
        },
      },
      async (request) => toGamebookDetail(db, await library.get(toGamebookId(request.params))),
    )

    app.delete(
      '/:namespace/:name',
      {
        schema: {
          tags,
          summary: 'Delete a gamebook of your own; its sessions are kept',
          params: GamebookParams,
          response: { 204: z.undefined() },
        },
      },
      async (request, reply) => {
        await removeGamebook(library, toGamebookId(request.params))
        return reply.code(204).send()
      },
    )

    app.post(
      '/:namespace/:name/fork',
      {
        schema: {
          tags,
          summary: 'Copy a gamebook into your own folder',
          params: GamebookParams,
          response: { 201: GamebookDetail },
        },
      },
      async (request, reply) =>
        reply.code(201).send(await toGamebookDetail(db, await forkGamebook(library, toGamebookId(request.params)))),
    )
  }
}
