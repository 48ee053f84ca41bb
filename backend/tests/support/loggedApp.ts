import { onTestFinished } from 'vitest'
import { z } from 'zod'

import { createServices } from '../../src/createServices.ts'
import { createLogger } from '../../src/logger.ts'
import { type AppOptions, createApp } from '../../src/web/app.ts'
import type { AppServices } from '../../src/web/appServices.ts'
import { SessionDetail } from '../../src/web/schemas/session.ts'
import { makeLibraryFolders } from './gamebookFolder.ts'
import { GARDEN, GARDEN_ID } from './garden.ts'
import { openReadableDatabase } from './readableDatabase.ts'

export interface LoggedApp {
  readonly services: AppServices
  /** Its address on this machine. */
  readonly address: string
  /** Sends a request over the network and records the response. */
  request(
    method: string,
    path: string,
    body?: object | string,
  ): Promise<{ readonly status: number; readonly text: string }>
  /** Records other output of the server. */
  record(text: string): void
  /** All its responses, its log and what its database holds. */
  readOutput(): Promise<string>
  /** The id of a new model config. */
  createConfig(fields: object): Promise<string>
  /** The id of a new session; its opening is being generated. */
  createSession(modelConfigId: string): Promise<string>
  /** Settles when the running answer of a session has ended. */
  waitForAnswer(sessionId: string): Promise<void>
  session(id: string): Promise<SessionDetail>
}

/** The real app with real models, listening, with a recorded log. */
export async function openLoggedApp(
  environment: NodeJS.ProcessEnv = {},
  given: Partial<AppOptions> = {},
): Promise<LoggedApp> {
  const { db, readStored } = await openReadableDatabase()
  let recorded = ''
  const record = (text: string): void => void (recorded += text)
  const logger = createLogger('trace', { write: record })
  const folders = await makeLibraryFolders({ 'test/garden/llm-gamebook.yaml': GARDEN })
  const services = createServices({ db, secret: 'a secret of the tests', folders, logger, environment })
  const options = { logger, host: '127.0.0.1', password: null, webAppFolder: null, requestsPerMinute: 1_000_000 }
  const app = await createApp(services, { ...options, ...given })
  onTestFinished(async () => {
    await services.engine.stopAll()
    await app.close()
    await db.destroy()
  })
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  const request: LoggedApp['request'] = async (method, path, body) => {
    const payload = typeof body === 'object' ? JSON.stringify(body) : body
    const response = await fetch(`${address}/api${path}`, {
      method,
      ...(payload !== undefined && { headers: { 'content-type': 'application/json' }, body: payload }),
    })
    const text = await response.text()
    record(text + JSON.stringify([...response.headers]))
    return { status: response.status, text }
  }
  const create = async (path: string, body: object): Promise<string> => {
    const { text } = await request('POST', path, body)
    return Created.parse(JSON.parse(text)).id
  }
  return {
    services,
    address,
    record,
    request,
    createConfig: (fields) => create('/model-configs', { name: 'A', modelName: 'm', ...fields }),
    createSession: (modelConfigId) => create('/sessions', { gamebookId: GARDEN_ID, modelConfigId }),
    async session(id) {
      return SessionDetail.parse(JSON.parse((await request('GET', `/sessions/${id}`)).text))
    },
    async readOutput() {
      return recorded + (await readStored())
    },
    async waitForAnswer(sessionId) {
      while (services.engine.runningAnswer(sessionId) !== undefined) {
        await new Promise((resolve) => setImmediate(resolve))
      }
    },
  }
}

const Created = z.object({ id: z.string() })
