import { createServices } from '../../createServices.ts'
import { openDatabase } from '../../db/database.ts'
import { createLogger } from '../../logger.ts'
import { createApp } from '../app.ts'
import type { OpenapiDocument } from './describeRoutes.ts'

/** The document of `/api/openapi.json` without a server, for generated types. */
export async function describeApi(): Promise<OpenapiDocument> {
  const db = await openDatabase({ kind: 'sqlite', file: ':memory:' })
  const logger = createLogger('silent')
  const services = createServices({ db, secret: '', folders: { example: '', local: '' }, logger })
  const app = await createApp(services, { logger, host: 'localhost', password: null, webAppFolder: null })
  const response = await app.inject('/api/openapi.json')
  await app.close()
  await db.destroy()
  return response.json<OpenapiDocument>()
}
