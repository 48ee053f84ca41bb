import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'

import type { AppServices } from '../appServices.ts'
import { collectRoutes } from '../openapi/collectRoutes.ts'
import { budgetRouter } from './budget/router.ts'
import { docsRouter } from './docs/router.ts'
import { gamebookCheckRouter } from './gamebook/checkRouter.ts'
import { gamebookRouter } from './gamebook/router.ts'
import { gamebookSourceRouter } from './gamebook/sourceRouter.ts'
import { healthRouter, type IsTrusted } from './health/router.ts'
import { modelConfigRouter } from './modelConfig/router.ts'
import { modelProbeRouter } from './modelConfig/probeRouter.ts'
import { modelReportRouter } from './modelReport/router.ts'
import { modelTransferRouter } from './modelConfig/transferRouter.ts'
import { providerRouter } from './provider/router.ts'
import { settingsRouter } from './settings/router.ts'
import { eventsRouter } from './session/eventsRouter.ts'
import { memoryRouter } from './session/memory/router.ts'
import { messageRouter } from './session/messageRouter.ts'
import { branchRouter } from './session/branchRouter.ts'
import { nextRequestRouter, requestRouter } from './request/router.ts'
import { modelPriceRouter, usageRouter } from './usage/router.ts'
import { sessionRouter } from './session/router.ts'
import { turnRouter } from './session/turnRouter.ts'

/** Everything below `/api`. */
export function apiRouter(services: AppServices, isTrusted: IsTrusted): FastifyPluginAsyncZod {
  return async (app) => {
    const routes = collectRoutes(app)
    await app.register(healthRouter(services, isTrusted), { prefix: '/health' })
    await app.register(providerRouter, { prefix: '/providers' })
    await app.register(modelConfigRouter(services), { prefix: '/model-configs' })
    await app.register(modelProbeRouter(services), { prefix: '/model-configs' })
    await app.register(modelTransferRouter(services), { prefix: '/model-configs' })
    await app.register(modelReportRouter(services), { prefix: '/model-configs' })
    await app.register(gamebookRouter(services), { prefix: '/gamebooks' })
    await app.register(gamebookCheckRouter(services), { prefix: '/gamebooks' })
    await app.register(gamebookSourceRouter(services), { prefix: '/gamebooks' })
    await app.register(sessionRouter(services), { prefix: '/sessions' })
    await app.register(messageRouter(services), { prefix: '/sessions' })
    await app.register(turnRouter(services), { prefix: '/sessions' })
    await app.register(branchRouter(services), { prefix: '/sessions' })
    await app.register(memoryRouter(services), { prefix: '/sessions' })
    await app.register(eventsRouter(services), { prefix: '/sessions' })
    await app.register(nextRequestRouter(services), { prefix: '/sessions' })
    await app.register(requestRouter(services), { prefix: '/requests' })
    await app.register(usageRouter(services), { prefix: '/usage' })
    await app.register(modelPriceRouter(services), { prefix: '/model-configs' })
    await app.register(budgetRouter(services), { prefix: '/budgets' })
    await app.register(settingsRouter(services), { prefix: '/settings' })
    await app.register(docsRouter(routes))
  }
}
