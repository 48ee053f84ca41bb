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

/** No more than a provider's key may be hunted for in everything that leaves the server. */
export const CANARY = 'sk-canary-0123456789abcdef'

export interface ReplayApp {
  readonly services: AppServices
  readonly replay: ReplayServer
  send(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<Answer>
  /** A new session, in which nobody has said anything yet. */
  openSession(): Promise<string>
  createConfig(fields: object): Promise<string>
  /** Says something to a model; gives its answer, as it is stored, when it has ended. */
  ask(sessionId: string, modelConfigId: string, text?: string): Promise<Message>
  /** Begins the same; gives the id of the answer. */
  begin(sessionId: string, modelConfigId: string, text?: string): Promise<string>
  stored(sessionId: string, id: string): Promise<Message>
  close(): Promise<void>
}

interface Answer {
  readonly status: number
  readonly body: string
  readonly json: LightMyRequestResponse['json']
}

/** The real app, with models of the real factory, before recorded providers. */
export async function openReplayApp(): Promise<ReplayApp> {
  const db = await openTestDatabase()
  const replay = await openReplayServer()
  const logger = createLogger('silent')
  const folders = await makeLibraryFolders({ 'test/garden/llm-gamebook.yaml': GARDEN })
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
  const settle = async (sessionId: string): Promise<void> => {
    while (services.engine.runningAnswer(sessionId) !== undefined) await new Promise((resolve) => setImmediate(resolve))
  }
  const stored: ReplayApp['stored'] = async (sessionId, id) => {
    const message = await findMessage(db, sessionId, id)
    if (message === undefined) throw new Error(`There is no message ${id}.`)
    return message
  }
  const begin: ReplayApp['begin'] = async (sessionId, modelConfigId, text = 'I walk on.') => {
    const answer = await send('POST', `/sessions/${sessionId}/messages`, { text, modelConfigId })
    if (answer.status !== 202) throw new Error(answer.body)
    return answer.json().answerId
  }
  return {
    services,
    replay,
    send,
    begin,
    stored,
    async openSession() {
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
    async ask(sessionId, modelConfigId, text) {
      const id = await begin(sessionId, modelConfigId, text)
      await settle(sessionId)
      return stored(sessionId, id)
    },
    async close() {
      await services.engine.stopAll()
      await app.close()
      await db.destroy()
      await replay.close()
    },
  }
}
