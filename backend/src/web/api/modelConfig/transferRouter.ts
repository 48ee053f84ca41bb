import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'

import { publishSubscribedSessions } from '../../live/publishSession.ts'
import { ModelConfigResponse } from '../../schemas/modelConfig.ts'
import {
  ModelConfigExport,
  ModelConfigImport,
  ModelConfigImported,
  RefusedEntry,
} from '../../schemas/modelConfigFile.ts'
import { getModelConfigs } from './crud.ts'
import { exportModelConfigs } from './exportModelConfigs.ts'
import { importModelConfigs } from './importModelConfigs.ts'
import { sendJson, toJsonList } from './sendInSlices.ts'
import { createPresenter } from './presentModelConfig.ts'
import type { ModelConfigServices } from './router.ts'

const tags = ['Model configs']

/** Export and import of model configs. */
export function modelTransferRouter(services: ModelConfigServices): FastifyPluginAsyncZod {
  const { db, clock } = services
  const present = createPresenter(services)
  return async (app) => {
    app.get(
      '/export',
      {
        schema: {
          tags,
          summary: 'Export model configs, without API keys, secret headers and secret fields',
          response: { 200: ModelConfigExport },
        },
      },
      async (_request, reply) => {
        reply.header('content-disposition', 'attachment; filename="llm-gamebook-models.json"')
        return exportModelConfigs(await getModelConfigs(db), clock.now())
      },
    )

    app.post(
      '/import',
      {
        schema: {
          tags,
          summary: 'Import model configs; says why any entry is rejected',
          body: ModelConfigImport,
          response: { 200: ModelConfigImported },
        },
      },
      async (request, reply) => {
        const { created, refused } = await importModelConfigs(services, request.body)
        await publishSubscribedSessions(services)
        const shown = await toJsonList(ModelConfigResponse, await present.all(created))
        return sendJson(reply, `{"created":${shown},"refused":${await toJsonList(RefusedEntry, refused)}}`)
      },
    )
  }
}
