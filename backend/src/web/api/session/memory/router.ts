import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'

import { deletePin } from '../../../../db/models/pins.ts'
import { saveNote } from '../../../../db/models/sessionSettings.ts'
import type { AppServices } from '../../../appServices.ts'
import { IdParams } from '../../../schemas/common.ts'
import { NoteUpdate, PinCreate, PinParams, PinResponse, SessionMemory, SummaryUpdate } from '../../../schemas/memory.ts'
import { getSession } from '../../../session/getSession.ts'
import { PinNotFoundError } from '../../../session/sessionErrors.ts'
import { createPin } from './createPin.ts'
import { getMemory, type MemoryServices } from './getMemory.ts'
import { updateSummary } from './updateSummary.ts'

const tags = ['Sessions']

/** What the narrator of a session remembers, and what the player wants it to. */
export function memoryRouter(
  services: MemoryServices & Pick<AppServices, 'clock' | 'engine' | 'summaries'>,
): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/:id/memory',
      {
        schema: {
          tags,
          summary: 'Get what is sent to the narrator with the next message, and what is left out',
          params: IdParams,
          response: { 200: SessionMemory },
        },
      },
      async (request) => getMemory(services, request.params.id),
    )

    app.post(
      '/:id/pins',
      {
        schema: {
          tags,
          summary: 'Pin text of a message: it is sent with every request while the message is part of the story',
          params: IdParams,
          body: PinCreate,
          response: { 201: PinResponse },
        },
      },
      async (request, reply) => reply.code(201).send(await createPin(services, request.params.id, request.body)),
    )

    app.delete(
      '/:id/pins/:pinId',
      { schema: { tags, summary: 'Remove a pin', params: PinParams, response: { 204: z.undefined() } } },
      async (request, reply) => {
        const { id, pinId } = request.params
        await getSession(services.db, id)
        if (!(await deletePin(services.db, id, pinId))) throw new PinNotFoundError()
        return reply.code(204).send()
      },
    )

    app.put(
      '/:id/note',
      {
        schema: {
          tags,
          summary: "Replace the player's note to the narrator; an empty text removes it",
          params: IdParams,
          body: NoteUpdate,
          response: { 204: z.undefined() },
        },
      },
      async (request, reply) => {
        await getSession(services.db, request.params.id)
        await saveNote(services.db, request.params.id, request.body.text)
        return reply.code(204).send()
      },
    )

    app.put(
      '/:id/summary',
      {
        schema: {
          tags,
          summary: 'Replace the summary of the story so far, from the next message on',
          params: IdParams,
          body: SummaryUpdate,
          response: { 204: z.undefined() },
        },
      },
      async (request, reply) => {
        await updateSummary(services, request.params.id, request.body.text)
        return reply.code(204).send()
      },
    )
  }
}
