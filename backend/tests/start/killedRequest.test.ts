import { once } from 'node:events'
import { expect, it } from 'vitest'

import { BudgetList } from '../../src/web/schemas/budget.ts'
import { SessionDetail } from '../../src/web/schemas/session.ts'
import { makeFolder } from '../support/gamebookFolder.ts'
import { openScriptedProvider } from '../support/scriptedProvider.ts'
import { startServerProcess } from '../support/serverProcess.ts'

const LIMIT = 12_000

/** A server process over a data folder. */
async function start(folder: string) {
  const server = startServerProcess({ LLM_GAMEBOOK_DATA_DIR: folder, LLM_GAMEBOOK_PORT: '0' })
  const address = await server.ready
  const send = async (method: string, path: string, body?: object): Promise<unknown> => {
    const headers = body === undefined ? {} : { 'content-type': 'application/json' }
    const text = body === undefined ? {} : { body: JSON.stringify(body) }
    return (await fetch(`${address}/api${path}`, { method, headers, ...text })).json()
  }
  return { server, send }
}

it('counts the worst case of a request whose server was killed, and sends none beyond the budget', async () => {
  const never = new Promise(() => {})
  const arrived = Promise.withResolvers<void>()
  const provider = await openScriptedProvider(() => {
    arrived.resolve()
    return { text: 'It rains.', wait: never }
  })
  const folder = await makeFolder()
  const first = await start(folder)
  const config = { name: 'Scripted', provider: 'openai-compatible', modelName: 'm', baseUrl: provider.url }
  const model = await first.send('POST', '/model-configs', { ...config, contextWindow: 32_768 })
  const modelConfigId = String(Object(model).id)
  await first.send('POST', '/budgets', { scope: 'day', unit: 'tokens', limit: LIMIT })
  const { data: gamebooks } = Object(await first.send('GET', '/gamebooks'))
  const game = { gamebookId: String(gamebooks[0].id), modelConfigId }
  await first.send('POST', '/sessions', game)
  await arrived.promise
  const ended = once(first.server.child, 'close')
  first.server.child.kill('SIGKILL')
  await ended

  const second = await start(folder)
  const { data } = BudgetList.parse(await second.send('GET', '/budgets'))
  expect(data).toMatchObject([{ limit: LIMIT, reserved: 0 }])
  const used = data[0]?.used ?? 0
  // The longest answer, and the prompt.
  expect(used).toBeGreaterThan(4096)
  expect(used).toBeGreaterThan(4096 + Buffer.byteLength(provider.bodies[0] ?? '') / 3)
  expect(used + used).toBeGreaterThan(LIMIT)
  const { id } = SessionDetail.pick({ id: true }).parse(await second.send('POST', '/sessions', game))
  await expect
    .poll(async () => SessionDetail.parse(await second.send('GET', `/sessions/${id}`)).messages.at(-1)?.error?.code)
    .toBe('budget-used-up')
  expect(provider.bodies).toHaveLength(1)
})
