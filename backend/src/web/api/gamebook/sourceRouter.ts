import { createReadStream } from 'node:fs'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'

import { writeSource } from '../../../gamebooks/changeLibrary.ts'
import { getImage } from '../../../gamebooks/getImage.ts'
import type { AppServices } from '../../appServices.ts'
import { GamebookDetail, GamebookParams, GamebookSource } from '../../schemas/gamebook.ts'
import { toGamebookId } from './gamebookId.ts'
import { toGamebookDetail } from './gamebookDetail.ts'

const tags = ['Gamebooks']
/** The source may have 2 MiB; as JSON it is longer. */
export const SOURCE_BODY_LIMIT = 3 * 1024 * 1024

/** The files of a gamebook. */
export function gamebookSourceRouter({ db, library }: Pick<AppServices, 'db' | 'library'>): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/:namespace/:name/source',
      {
        schema: {
          tags,
          summary: "Get the gamebook's source",
          params: GamebookParams,
          response: { 200: GamebookSource },
        },
      },
      async (request) => ({ yaml: (await library.get(toGamebookId(request.params))).text }),
    )

    app.put(
      '/:namespace/:name/source',
      {
        bodyLimit: SOURCE_BODY_LIMIT,
        schema: {
          tags,
          summary: 'Replace the source; saved even with errors, which the response lists',
          params: GamebookParams,
          body: GamebookSource,
          response: { 200: GamebookDetail },
        },
      },
      async (request) =>
        toGamebookDetail(db, await writeSource(library, toGamebookId(request.params), request.body.yaml)),
    )

    app.get(
      '/:namespace/:name/image',
      {
        schema: {
          tags,
          summary: 'Get the cover image',
          params: GamebookParams,
          response: {
            200: { description: 'The image', content: { 'image/*': { schema: z.unknown() } } },
            304: z.undefined(),
          },
        },
      },
      async (request, reply) => {
        const image = await getImage(library, toGamebookId(request.params))
        void reply.header('cache-control', 'no-cache').header('etag', image.etag)
        if (request.headers['if-none-match'] === image.etag) return reply.code(304).send()
        return reply.type(image.mediaType).send(createReadStream(image.file))
      },
    )
  }
}
