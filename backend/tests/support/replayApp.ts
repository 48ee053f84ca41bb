import type { LightMyRequestResponse } from 'fastify'

import { createServices } from '../../src/createServices.ts'
import type { Message } from '../../src/messages/message.ts'
import { findMessage } from '../../src/db/models/messageQueries.ts'
import { insertSession } from '../../src/db/models/session.ts'
import { systemClock } from '../../src/clock.ts'
import { createLogger } from '../../src/logger.ts'
import { createApp } from '../../src/web/app.ts'
import type { AppServices } from '../../src/web/appServices.ts'
import { makeLibraryFolders } from './gamebookFolder.ts'
import { GARDEN, GARDEN_ID } from './garden.ts'
import { openReplayServer, type ReplayServer } from './replayServer.ts'
import { openTestDatabase } from './testDb.ts'

const { newId } = systemClock

/** An API key that tests search for in all output of the server. */
export const CANARY = 'sk-canary-0123456789abcdef'

export interface ReplayApp {
  readonly services: AppServices
  readonly replay: ReplayServer
  send(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<Answer>
  /** A new session without messages. */
  createSession(): Promise<string>
  createConfig(fields: object): Promise<string>
  /** Sends a message to a model; gives the stored answer once it has ended. */
  playTurn(sessionId: string, modelConfigId: string, text?: string): Promise<Message>
  /** Starts the same turn; gives the id of the answer. */
  startTurn(sessionId: string, modelConfigId: string, text?: string): Promise<string>
  findStored(sessionId: string, id: string): Promise<Message>
  close(): Promise<void>
}

interface Answer {
  readonly status: number
  readonly body: string
  readonly json: LightMyRequestResponse['json']
}

/** The real app, with models of the real factory and recorded providers. Its only gamebook is the garden, or another. */
export async function openReplayApp(gamebook: string = GARDEN): Promise<ReplayApp> {
  const db = await openTestDatabase()
  const replay = await openReplayServer()
  const logger = createLogger('silent')
  const folders = await makeLibraryFolders({ 'test/garden/llm-gamebook.yaml': gamebook })
  const services = createServices({ db, secret: 'a secret of the tests', folders, logger })
  const app = await createApp(services, {
    logger,
    host: '127.0.0.1',
    password: null,
    webAppFolder: null,
    requestsPerMinute: 1_000_000,
  })

  const send: ReplayApp['send'] = async (method, path, body) => {
    const headers = { host: 'localhost' }
    const answer = await app.inject({ method, url: `/api${path}`, headers, ...(body && { payload: body }) })
    return { status: answer.statusCode, body: answer.body, json: () => answer.json() }
  }
  const waitForAnswer = async (sessionId: string): Promise<void> => {
    while (services.engine.runningAnswer(sessionId) !== undefined) await new Promise((resolve) => setImmediate(resolve))
  }
  const findStored: ReplayApp['findStored'] = async (sessionId, id) => {
    const message = await findMessage(db, sessionId, id)
    if (message === undefined) throw new Error(`There is no message ${id}.`)
    return message
  }
  const startTurn: ReplayApp['startTurn'] = async (sessionId, modelConfigId, text = 'I walk on.') => {
    const answer = await send('POST', `/sessions/${sessionId}/messages`, { text, modelConfigId })
    if (answer.status !== 202) throw new Error(answer.body)
    return answer.json().answerId
  }
  return {
    services,
    replay,
    send,
    startTurn,
    findStored,
    async createSession() {
      const now = new Date().toISOString()
      const times = { createdAt: now, updatedAt: now }
      const id = newId()
      await insertSession(db, { id, gamebookId: GARDEN_ID, title: '', modelConfigId: null, headId: null, ...times })
      return id
    },
    async createConfig(fields) {
      const answer = await send('POST', '/model-configs', { name: 'Recorded', apiKey: CANARY, ...fields })
      if (answer.status !== 201) throw new Error(answer.body)
      return answer.json().id
    },
    async playTurn(sessionId, modelConfigId, text) {
      const id = await startTurn(sessionId, modelConfigId, text)
      await waitForAnswer(sessionId)
      return findStored(sessionId, id)
    },
    async close() {
      await services.engine.stopAll()
      await services.requests.settled()
      await app.close()
      await db.destroy()
      await replay.close()
    },
  }
}
