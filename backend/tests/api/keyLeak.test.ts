import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ServerResponse } from 'node:http'
import { describe, expect, it, onTestFinished } from 'vitest'

import { createServices } from '../../src/createServices.ts'
import { openDatabase } from '../../src/db/database.ts'
import { migrate } from '../../src/db/migrate.ts'
import { createLogger } from '../../src/logger.ts'
import { createApp } from '../../src/web/app.ts'
import { SessionDetail } from '../../src/web/schemas/session.ts'
import { openEvents } from '../kit/eventStream.ts'
import { makeFolder, makeLibraryFolders } from '../kit/gamebookFolder.ts'
import { GARDEN, GARDEN_ID } from '../kit/garden.ts'
import { answerJson, openProvider } from '../kit/provider.ts'

/** Like none that a pattern would know. */
const KEY = 'Zq7+canary/0123=quill'
const FORMS = [KEY, KEY.toLowerCase(), encodeURIComponent(KEY), Buffer.from(KEY).toString('base64'), 'canary']

const refuse = (response: ServerResponse): void =>
  answerJson(
    response,
    401,
    { error: { message: `Key ${KEY}, in an address ${encodeURIComponent(KEY)}`, code: KEY, type: `t:${KEY}` } },
    { 'x-request-id': KEY },
  )

function tell(response: ServerResponse): void {
  const chunk = (delta: object, finish: string | null) =>
    `data: ${JSON.stringify({ id: 'c', created: 0, model: `m-${KEY}`, choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  response.end(`${chunk({ role: 'assistant', content: 'Wet grass.' }, null)}${chunk({}, 'stop')}data: [DONE]\n\n`)
}

describe('a key that a provider says back', () => {
  it.each([
    ['in a refusal', refuse, 'failed'],
    ['as the name of the model', tell, 'done'],
  ])('is told, logged and stored nowhere: %s', async (_where, answer, status) => {
    const folder = await makeFolder()
    const file = join(folder, 'test.sqlite')
    const db = await openDatabase({ kind: 'sqlite', file })
    await migrate(db)
    let told = ''
    const logger = createLogger('trace', { write: (line) => void (told += line) })
    const folders = await makeLibraryFolders({ 'test/garden/llm-gamebook.yaml': GARDEN })
    const services = createServices({ db, secret: 'a secret of the tests', folders, logger })
    const app = await createApp(services, { logger, host: '127.0.0.1', password: null, webAppFolder: null })
    onTestFinished(async () => {
      await services.engine.stopAll()
      await app.close()
      await db.destroy()
    })
    const address = await app.listen({ host: '127.0.0.1', port: 0 })
    const post = async (path: string, body: object) => {
      const response = await fetch(`${address}/api${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      const text = await response.text()
      told += text
      return JSON.parse(text)
    }

    const { url } = await openProvider(answer)
    const draft = { provider: 'openai-compatible', modelName: 'quill-1', baseUrl: url, apiKey: KEY }
    await post('/model-configs/models', draft)
    await post('/model-configs/test', draft)
    const { id: modelConfigId } = await post('/model-configs', { name: 'Echo', ...draft })
    await post(`/model-configs/${modelConfigId}/test`, {})
    const { id } = await post('/sessions', { gamebookId: GARDEN_ID, modelConfigId })
    const events = await openEvents(address, id)
    while (services.engine.runningAnswer(id) !== undefined) await new Promise((resolve) => setImmediate(resolve))
    told += JSON.stringify(events.events)
    events.close()
    const session = await (await fetch(`${address}/api/sessions/${id}`)).text()
    told += session
    expect(SessionDetail.parse(JSON.parse(session)).messages.at(-1)).toMatchObject({ status })

    const files = await Promise.all([file, `${file}-wal`].map((name) => readFile(name, 'latin1').catch(() => '')))
    const everything = told + files.join('')
    expect(everything).toContain('Echo')
    for (const form of FORMS) expect(everything).not.toContain(form)
  })
})
