import { expect, it, onTestFinished } from 'vitest'

import { createServices } from '../../src/createServices.ts'
import { createLogger } from '../../src/logger.ts'
import { createApp } from '../../src/web/app.ts'
import { startEchoProvider } from '../support/fuzz/echoProvider.ts'
import { runFuzz } from '../support/fuzz/runFuzz.ts'
import { makeLibraryFolders } from '../support/gamebookFolder.ts'
import { GARDEN } from '../support/garden.ts'
import { openTestDatabase } from '../support/testDb.ts'

/** `npm run bench -- fuzz` sends many more. */
const REQUESTS = 400
const SEED = 20_260_101

async function listen(): Promise<string> {
  const db = await openTestDatabase()
  const logger = createLogger('silent')
  const folders = await makeLibraryFolders({ 'test/garden/llm-gamebook.yaml': GARDEN })
  const services = createServices({ db, secret: 'a secret of the tests', folders, logger })
  const options = { logger, host: '127.0.0.1', password: null, webAppFolder: null, requestsPerMinute: 1_000_000 }
  const app = await createApp(services, options)
  onTestFinished(async () => {
    await services.engine.stopAll()
    await app.close()
    await db.destroy()
  })
  return app.listen({ host: '127.0.0.1', port: 0 })
}

it('answers no hostile request with a fault of the server, and shows no key', { timeout: 240_000 }, async () => {
  const provider = await startEchoProvider()
  onTestFinished(() => provider.close())
  const address = await listen()
  const result = await runFuzz({
    address,
    providerUrl: provider.url,
    requests: REQUESTS,
    seed: SEED,
    requestsPerSecond: 10_000,
  })
  expect(result).toMatchObject({ faults: [], leaks: [], hangs: [] })
  // The requests reach the routes, not only the checks before them.
  expect(Object.keys(result.statuses)).toEqual(
    expect.arrayContaining(['200', '201', '202', '204', '404', '415', '422']),
  )
  expect((await fetch(`${address}/api/health`)).status).toBe(200)
})
