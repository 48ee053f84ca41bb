import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'

import { publishSubscribedSessions } from '../../live/publishSession.ts'
import { ModelConfigExport, ModelConfigImport, ModelConfigImported } from '../../schemas/modelConfigFile.ts'
import { getModelConfigs } from './crud.ts'
import { exportModelConfigs } from './exportModelConfigs.ts'
import { importModelConfigs } from './importModelConfigs.ts'
import { createPresenter } from './presentModelConfig.ts'
import type { ModelConfigServices } from './router.ts'

const tags = ['Model configs']

/** Model configs as a file. */
export function modelTransferRouter(services: ModelConfigServices): FastifyPluginAsyncZod {
  const { db, keySeal } = services
  const present = createPresenter(services)
  return async (app) => {
    app.get(
      '/export',
      {
        schema: {
          tags,
          summary: 'All model configs as a file, without keys',
          response: { 200: ModelConfigExport },
        },
      },
      async (_request, reply) => {
        reply.header('content-disposition', 'attachment; filename="llm-gamebook-models.json"')
        return exportModelConfigs(await getModelConfigs(db), new Date().toISOString())
      },
    )

    app.post(
      '/import',
      {
        schema: {
          tags,
          summary: 'Save the model configs of a file; tells of each that is refused why',
          body: ModelConfigImport,
          response: { 200: ModelConfigImported },
        },
      },
      async (request) => {
        const { created, refused } = await importModelConfigs(db, keySeal, request.body)
        await publishSubscribedSessions(services)
        const shown = created.map(({ config, notes }) => present.one(config, notes))
        return { created: await Promise.all(shown), refused: [...refused] }
      },
    )
  }
}
