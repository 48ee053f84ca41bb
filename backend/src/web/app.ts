import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest, LogController } from 'fastify'
import { serializerCompiler } from 'fastify-type-provider-zod'

import { apiRouter } from './api/router.ts'
import type { AppServices } from './appServices.ts'
import { compressJson } from './compressJson.ts'
import { answerBrokenRequest } from './problems/brokenRequest.ts'
import { errorHandler, sendProblem } from './problems/errorHandler.ts'
import { unknownPath } from './problems/frameworkProblem.ts'
import { hostGuard } from './guard/hostGuard.ts'
import { passwordGuard, passwordIn } from './guard/passwordGuard.ts'
import { limitPerMinute, REQUESTS_PER_MINUTE } from './guard/rateLimit.ts'
import { logResponse } from './logResponse.ts'
import { answerOtherMethods } from './methods/answerOtherMethods.ts'
import { collectRoutes } from './openapi/collectRoutes.ts'
import { validatorCompiler } from './problems/validatorCompiler.ts'
import { securityHeaders } from './guard/securityHeaders.ts'
import { webAppFiles } from './webAppFiles.ts'

export interface AppOptions {
  readonly logger: FastifyBaseLogger
  /** The address or name that the server listens on. */
  readonly host: string
  readonly password: string | null
  /** Addresses and networks of proxies whose `x-forwarded-for` is believed. */
  readonly trustedProxies?: readonly string[]
  /** The built web app; null to serve only the API. */
  readonly webAppFolder: string | null
  readonly requestsPerMinute?: number
  /** For a request to arrive with its body. Responses may take longer. */
  readonly requestTimeoutMs?: number
  /** Requests wait until it settles. */
  readonly opened?: Promise<void>
}

const BODY_LIMIT = 1024 * 1024
const REQUEST_TIMEOUT_MS = 60_000
const HEALTH_PATH = '/api/health'

/** The server, not yet listening. */
export async function createApp(services: AppServices, options: AppOptions): Promise<FastifyInstance> {
  const requestTimeoutMs = options.requestTimeoutMs ?? REQUEST_TIMEOUT_MS
  const app = Fastify({
    loggerInstance: options.logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: services.clock.newId,
    bodyLimit: BODY_LIMIT,
    // Refused with their field, in `bodyStructure.ts`.
    onProtoPoisoning: 'ignore',
    onConstructorPoisoning: 'ignore',
    trustProxy: [...(options.trustedProxies ?? [])],
    forceCloseConnections: true,
    frameworkErrors: errorHandler,
    clientErrorHandler: answerBrokenRequest,
    requestTimeout: requestTimeoutMs,
    http: { requestTimeout: requestTimeoutMs, connectionsCheckingInterval: requestTimeoutMs / 2 },
    routerOptions: { ignoreTrailingSlash: true },
    // Keeps the framework from loading its own compilers, which are never used.
    schemaController: { compilersFactory: { buildValidator: noCompiler, buildSerializer: noCompiler } },
  })
  app.removeContentTypeParser('text/plain')
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(errorHandler)

  await app.register(helmet, securityHeaders)
  await app.register(rateLimit, { global: false })
  app.addHook('onResponse', logResponse)
  app.addHook('onSend', compressJson)
  app.addHook('onRequest', async () => options.opened)
  app.addHook('onRequest', hostGuard(options.host))
  app.addHook('onRequest', limitPerMinute(app, options.requestsPerMinute ?? REQUESTS_PER_MINUTE))
  if (options.password !== null)
    app.addHook('onRequest', passwordGuard(options.password, isHealthCheck, services.clock.now))

  // A wrong password never gets this far.
  const isTrusted = ({ headers }: FastifyRequest): boolean =>
    options.password === null || passwordIn(headers.authorization) !== null
  const routes = collectRoutes(app)
  await app.register(apiRouter(services, isTrusted), { prefix: '/api' })
  answerOtherMethods(app, [...routes])
  if (options.webAppFolder === null) app.setNotFoundHandler((_request, reply) => sendProblem(reply, unknownPath()))
  else await app.register(webAppFiles(options.webAppFolder))
  return app
}

/** Load balancers ask without a password. */
const isHealthCheck = ({ routeOptions }: FastifyRequest): boolean => routeOptions.url === HEALTH_PATH

function noCompiler(): never {
  throw new Error('The compilers of zod schemas were not set.')
}
