import Sqlite from 'better-sqlite3'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'

import { PROVIDERS } from '../../src/models/providers/providers.ts'
import { readConfig } from '../../src/start/config.ts'
import { startServer } from '../../src/start/startServer.ts'
import { makeFolder } from '../support/gamebookFolder.ts'
import { answerJson, openProvider, type SeenRequest } from '../support/provider.ts'
import { argumentsIn, countResults } from '../support/requestShapes.ts'

/** What models have sent as arguments; without a value there is no such field in the row. */
const MALFORMED = ['{"to":"lo', 'north', '"{}"', '', 7, true, null, ['stair'], undefined]

interface Prepared {
  readonly folder: string
  readonly sessionId: string
  readonly headId: string
}

const Row = z.object({ id: z.string(), session_id: z.string(), parts: z.string(), head_id: z.string() })
const Parts = z.array(z.looseObject({ id: z.string(), type: z.string() }))

/** Data that version 0.1.0 stored, with malformed calls in the answers of one session. */
async function prepareData(): Promise<Prepared> {
  const folder = await makeFolder()
  await cp(join(import.meta.dirname, '../fixtures/data-0.1'), folder, { recursive: true })
  const db = new Sqlite(join(folder, 'llm-gamebook.sqlite'))
  const answers = z.array(Row).parse(
    db
      .prepare(
        `SELECT m.id, m.session_id, m.parts, s.head_id FROM message m JOIN session s ON s.id = m.session_id
           WHERE s.title = 'The other branch' AND m.role = 'narrator' ORDER BY m.created_at`,
      )
      .all(),
  )
  const [answer] = answers
  if (answer === undefined) throw new Error('The session has no answer.')
  const calls = MALFORMED.map((input, index) => ({
    id: `call-${index}`,
    type: 'tool-call',
    toolName: index === 0 ? 'climb<|channel|>' : 'climb',
    ...(input !== undefined && { input }),
    result: { result: 'refused', reason: 'It needs an object.' },
    receiptId: null,
    origin: { provider: 'ollama', host: 'elsewhere', model: 'quill', step: 0 },
  }))
  const parts = JSON.stringify([...calls, ...Parts.parse(JSON.parse(answer.parts))])
  db.prepare('UPDATE message SET parts = ? WHERE id = ?').run(parts, answer.id)
  db.close()
  return { folder, sessionId: answer.session_id, headId: answer.head_id }
}

const ADDRESSES = [
  ...PROVIDERS.filter((provider) => provider !== 'builtin').map((provider) => [provider, ''] as const),
  ['ollama', '/v1'] as const,
]

async function send(address: string, path: string, body: object): Promise<unknown> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${address}/api${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  expect(response.status, path).toBeLessThan(300)
  return response.json()
}

const WithId = z.object({ id: z.string() })

describe('a history with malformed calls', () => {
  it('goes out to every provider with objects as arguments, each with its result', async () => {
    const { folder, sessionId, headId } = await prepareData()
    const server = await startServer(
      readConfig({ LLM_GAMEBOOK_DATA_DIR: folder, LLM_GAMEBOOK_PORT: '0', LOG_LEVEL: 'silent' }),
    )
    onTestFinished(() => server.close())
    const provider = await openProvider((response) => answerJson(response, 400, { error: { message: 'Not today.' } }))
    for (const [name, path] of ADDRESSES) {
      const config = {
        name: `${name}${path}`,
        provider: name,
        modelName: 'm',
        apiKey: 'k',
        baseUrl: provider.url + path,
      }
      const { id: modelConfigId } = WithId.parse(await send(server.address, '/model-configs', config))
      const before = provider.seen.length
      const { id } = WithId.parse(await send(server.address, `/sessions/${sessionId}/fork`, { messageId: headId }))
      await send(server.address, `/sessions/${id}/messages`, { text: 'I wait.', modelConfigId })
      await expect.poll(() => requestsOf(provider.seen.slice(before)), { timeout: 10_000 }).toHaveLength(1)
      const [request] = requestsOf(provider.seen.slice(before))
      const sent = argumentsIn(request?.body)
      expect(sent.length, config.name).toBeGreaterThanOrEqual(MALFORMED.length)
      for (const value of sent) expect(value, config.name).toEqual(expect.objectContaining({}))
      expect(
        sent.filter((value) => Array.isArray(value)),
        config.name,
      ).toEqual([])
      expect(countResults(request?.body), config.name).toBe(sent.length)
      expect(JSON.stringify(request?.body), config.name).not.toContain('<|channel|>')
    }
  })
})

/** Without the question for the context window of a local model. */
const requestsOf = (seen: readonly SeenRequest[]): readonly SeenRequest[] =>
  seen.filter(({ method, url }) => method === 'POST' && !url.endsWith('/show'))
