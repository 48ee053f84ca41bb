import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { onTestFinished } from 'vitest'

import { createServices } from '../../src/createServices.ts'
import type { Database } from '../../src/db/database.ts'
import type { LibraryFolders } from '../../src/gamebooks/library.ts'
import { createLogger } from '../../src/logger.ts'
import { type AppOptions, createApp } from '../../src/web/app.ts'
import type { AppServices } from '../../src/web/appServices.ts'
import { type FakeModel, fakeModel, text } from './fakeModel.ts'
import { BOOKS_FOLDER } from './scriptedModels/booksFolder.ts'
import { makeLibraryFolders } from './gamebookFolder.ts'
import { GARDEN } from './garden.ts'
import { type DatabaseKind, openTestDatabase } from './testDb.ts'

/** Stories of tests roll the same dice every time. */
const SEED = 7

export interface TestApp {
  readonly app: FastifyInstance
  readonly services: AppServices
  readonly folders: LibraryFolders
  get(path: string): Promise<LightMyRequestResponse>
  send(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: object): Promise<LightMyRequestResponse>
}

export interface TestAppOptions extends Partial<AppOptions> {
  readonly database?: DatabaseKind
  /** A migrated database in place of a new one. */
  readonly db?: Database
  /** Tells all stories, whatever the model configs say. */
  readonly model?: FakeModel
  /** Whether the models of the configs write them instead. */
  readonly usesRealModels?: boolean
  readonly folders?: LibraryFolders
  /** Of the dice of new sessions. */
  readonly seed?: number
  /** Of each summary; five minutes by default. */
  readonly newSummaryLimit?: () => AbortSignal
}

/** The real app over a database of its own and, unless told otherwise, a library with the garden. Closed after the test. */
export async function openTestApp({
  database,
  db: given,
  model,
  usesRealModels = false,
  folders,
  seed = SEED,
  newSummaryLimit,
  ...options
}: TestAppOptions = {}): Promise<TestApp> {
  const db = given ?? (await openTestDatabase(database))
  const logger = options.logger ?? createLogger('silent')
  const used = folders ?? (await makeLibraryFolders({ 'test/garden/llm-gamebook.yaml': GARDEN }))
  const answering = model ?? fakeModel(text('You stand on wet grass.'))
  const services = createServices({
    db,
    secret: 'a secret of the tests',
    folders: used,
    benchmarkFolder: BOOKS_FOLDER,
    logger,
    ...(!usesRealModels && { createModel: async () => answering }),
    newSeed: () => seed,
    ...(newSummaryLimit !== undefined && { newSummaryLimit }),
  })
  const app = await createApp(services, { logger, host: '127.0.0.1', password: null, webAppFolder: null, ...options })
  onTestFinished(async () => {
    await services.engine.stopAll()
    await services.summaries.close()
    await services.requests.settled()
    await services.requestTexts.stop()
    await app.close()
    await db.destroy()
  })
  return {
    app,
    services,
    folders: used,
    get: (path) => app.inject({ method: 'GET', url: `/api${path}`, headers: { host: 'localhost' } }),
    send: (method, path, body) =>
      app.inject({ method, url: `/api${path}`, headers: { host: 'localhost' }, ...(body && { payload: body }) }),
  }
}
