import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { z } from 'zod'

import { createServices } from '../../src/createServices.ts'
import { openDatabase } from '../../src/db/database.ts'
import { migrate } from '../../src/db/migrate.ts'
import { createLogger } from '../../src/logger.ts'
import { createApp } from '../../src/web/app.ts'
import type { AppServices } from '../../src/web/appServices.ts'
import { SessionDetail } from '../../src/web/schemas/session.ts'
import { makeFolder, makeLibraryFolders } from './gamebookFolder.ts'
import { GARDEN, GARDEN_ID } from './garden.ts'

export interface LoggedApp {
  readonly services: AppServices
  /** Where it listens. */
  readonly address: string
  /** Asks it over the network; the body of the answer is remembered. */
  call(
    method: string,
    path: string,
    body?: object | string,
  ): Promise<{ readonly status: number; readonly text: string }>
  /** Remembers something else that left the server. */
  hear(words: string): void
  /** Everything that it has answered, logged and written to its database. */
  everything(): Promise<string>
  /** The id of a new model config. */
  createConfig(fields: object): Promise<string>
  /** The id of a new session, whose opening is under way. */
  openSession(modelConfigId: string): Promise<string>
  /** Settles when the running answer of a session has ended. */
  settle(sessionId: string): Promise<void>
  session(id: string): Promise<SessionDetail>
}

/** The real app with real models, listening, over a database in a file, with every line of its log kept. */
export async function openLoggedApp(environment: NodeJS.ProcessEnv = {}): Promise<LoggedApp> {
  const file = join(await makeFolder(), 'test.sqlite')
  const db = await openDatabase({ kind: 'sqlite', file })
  await migrate(db)
  let heard = ''
  const hear = (words: string): void => void (heard += words)
  const logger = createLogger('trace', { write: hear })
  const folders = await makeLibraryFolders({ 'test/garden/llm-gamebook.yaml': GARDEN })
  const services = createServices({ db, secret: 'a secret of the tests', folders, logger, environment })
  const options = { logger, host: '127.0.0.1', password: null, webAppFolder: null, requestsPerMinute: 1_000_000 }
  const app = await createApp(services, options)
  onTestFinished(async () => {
    await services.engine.stopAll()
    await app.close()
    await db.destroy()
  })
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  const call: LoggedApp['call'] = async (method, path, body) => {
    const payload = typeof body === 'object' ? JSON.stringify(body) : body
    const response = await fetch(`${address}/api${path}`, {
      method,
      ...(payload !== undefined && { headers: { 'content-type': 'application/json' }, body: payload }),
    })
    const text = await response.text()
    hear(text + JSON.stringify([...response.headers]))
    return { status: response.status, text }
  }
  const create = async (path: string, body: object): Promise<string> => {
    const { text } = await call('POST', path, body)
    return Created.parse(JSON.parse(text)).id
  }
  return {
    services,
    address,
    hear,
    call,
    createConfig: (fields) => create('/model-configs', { name: 'A', modelName: 'm', ...fields }),
    openSession: (modelConfigId) => create('/sessions', { gamebookId: GARDEN_ID, modelConfigId }),
    async session(id) {
      return SessionDetail.parse(JSON.parse((await call('GET', `/sessions/${id}`)).text))
    },
    async everything() {
      const files = [file, `${file}-wal`].map((name) => readFile(name, 'latin1').catch(() => ''))
      return heard + (await Promise.all(files)).join('')
    },
    async settle(sessionId) {
      while (services.engine.runningAnswer(sessionId) !== undefined) {
        await new Promise((resolve) => setImmediate(resolve))
      }
    },
  }
}

const Created = z.object({ id: z.string() })
