import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'

import { listUnsupportedConfigs, orderModelConfigs } from '../../../db/models/modelConfigQueries.ts'
import type { AppServices } from '../../appServices.ts'
import { publishSubscribedSessions } from '../../live/publishSession.ts'
import { IdParams, StoredId } from '../../schemas/common.ts'
import {
  ModelConfigCreate,
  ModelConfigList,
  ModelConfigOrder,
  ModelConfigResponse,
  ModelConfigUpdate,
  RefusedParameterParams,
} from '../../schemas/modelConfig.ts'
import { createModelConfig, deleteModelConfig, getModelConfig, getModelConfigs, updateModelConfig } from './crud.ts'
import { duplicateModelConfig } from './duplicateModelConfig.ts'
import { clearRefusedParameter } from './clearRefusedParameter.ts'
import { sendJson, toJsonList } from './sendInSlices.ts'
import { createPresenter } from './presentModelConfig.ts'
import { type DraftSources, keepRecentTest } from './storedDraft.ts'

const tags = ['Model configs']
/** A config that can't be read can be deleted, whatever its id is. */
const StoredIdParams = z.strictObject({ id: StoredId })

export type ModelConfigServices = Pick<AppServices, 'clock' | 'live'> & DraftSources

export function modelConfigRouter(services: ModelConfigServices): FastifyPluginAsyncZod {
  const { db } = services
  const present = createPresenter(services)
  return async (app) => {
    app.get(
      '/',
      { schema: { tags, summary: 'List model configs in their order', response: { 200: ModelConfigList } } },
      async (_request, reply) => {
        const configs = (await getModelConfigs(db)).map((config) => ({ config, notes: [] }))
        const data = await toJsonList(ModelConfigResponse, await present.all(configs))
        const unsupported = JSON.stringify(await listUnsupportedConfigs(db))
        return sendJson(reply, `{"data":${data},"count":${configs.length},"unsupported":${unsupported}}`)
      },
    )

    app.post(
      '/',
      {
        schema: {
          tags,
          summary: 'Create a model config',
          body: ModelConfigCreate,
          response: { 201: ModelConfigResponse },
        },
      },
      async (request, reply) => {
        const { config: created, notes } = await createModelConfig(services, request.body)
        const config = await keepRecentTest(created, services)
        await publishSubscribedSessions(services)
        return reply.code(201).send(await present.one(config, notes))
      },
    )

    app.put(
      '/order',
      {
        schema: {
          tags,
          summary: 'Reorder model configs; unlisted ones come last',
          body: ModelConfigOrder,
          response: { 204: z.undefined() },
        },
      },
      async (request, reply) => {
        await orderModelConfigs(db, request.body.ids)
        await publishSubscribedSessions(services)
        return reply.code(204).send()
      },
    )

    app.get(
      '/:id',
      { schema: { tags, summary: 'Get a model config', params: IdParams, response: { 200: ModelConfigResponse } } },
      async (request) => present.one(await getModelConfig(db, request.params.id)),
    )

    app.put(
      '/:id',
      {
        schema: {
          tags,
          summary: 'Update a model config',
          params: IdParams,
          body: ModelConfigUpdate,
          response: { 200: ModelConfigResponse },
        },
      },
      async (request) => {
        const { config: updated, notes } = await updateModelConfig(services, request.params.id, request.body)
        const config = await keepRecentTest(updated, services)
        await publishSubscribedSessions(services)
        return present.one(config, notes)
      },
    )

    app.post(
      '/:id/duplicate',
      {
        schema: {
          tags,
          summary: 'Copy a model config with its key',
          params: IdParams,
          response: { 201: ModelConfigResponse },
        },
      },
      async (request, reply) => {
        const { config, notes } = await duplicateModelConfig(services, request.params.id)
        await publishSubscribedSessions(services)
        return reply.code(201).send(await present.one(config, notes))
      },
    )

    app.delete(
      '/:id/refused-parameters/:parameter',
      {
        schema: {
          tags,
          summary: 'Send a rejected parameter again',
          params: RefusedParameterParams,
          response: { 204: z.undefined() },
        },
      },
      async (request, reply) => {
        const { id, parameter } = request.params
        await clearRefusedParameter(db, await getModelConfig(db, id), parameter)
        return reply.code(204).send()
      },
    )

    app.delete(
      '/:id',
      { schema: { tags, summary: 'Delete a model config', params: StoredIdParams, response: { 204: z.undefined() } } },
      async (request, reply) => {
        await deleteModelConfig(db, request.params.id)
        await publishSubscribedSessions(services)
        return reply.code(204).send()
      },
    )
  }
}
