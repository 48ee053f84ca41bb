import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { readConfig } from '../../src/start/config.ts'
import { startServer } from '../../src/start/startServer.ts'
import { SessionDetail, SessionList } from '../../src/web/schemas/session.ts'
import { lowWater } from '../narrator/support/scripts/lowWater.ts'
import { thirteenthCup } from '../narrator/support/scripts/thirteenthCup.ts'
import { whatTheParrotSaid } from '../narrator/support/scripts/whatTheParrotSaid.ts'
import { makeFolder } from '../support/gamebookFolder.ts'
import { textOf } from '../support/play.ts'

/** Written by a server from before Format 2: a session at each ending, and three in the middle. */
const STORED = join(import.meta.dirname, '../fixtures/data-format-one/llm-gamebook.sqlite.gz')

let address: string
let close: () => Promise<void>
beforeAll(async () => {
  const folder = await makeFolder()
  await writeFile(join(folder, 'llm-gamebook.sqlite'), gunzipSync(await readFile(STORED)))
  const config = readConfig({ LLM_GAMEBOOK_DATA_DIR: folder, LLM_GAMEBOOK_PORT: '0', LOG_LEVEL: 'silent' })
  ;({ address, close } = await startServer(config))
})
afterAll(() => close())

async function send(method: string, path: string, body?: object): Promise<unknown> {
  const response = await fetch(`${address}/api${path}`, {
    method,
    ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  expect(response.status, path).toBeLessThan(300)
  return response.json()
}

async function listTitles(gamebookId: string): Promise<readonly (readonly [title: string, id: string])[]> {
  const { data } = SessionList.parse(await send('GET', `/sessions?gamebookId=${gamebookId}&limit=100`))
  return data.map(({ title, id }) => [title, id])
}

async function getSession(id: string): Promise<SessionDetail> {
  return SessionDetail.parse(await send('GET', `/sessions/${id}`))
}

async function playTurn(id: string, text: string): Promise<SessionDetail> {
  await send('POST', `/sessions/${id}/messages`, { text })
  for (;;) {
    const session = await getSession(id)
    if (session.messages.at(-1)?.status !== 'streaming') return session
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const IN_THE_MIDDLE = /^On the way to /

describe.each([
  ['example/low-water', lowWater],
  ['example/thirteenth-cup', thirteenthCup],
  ['example/what-the-parrot-said', whatTheParrotSaid],
])('stories of %s from before Format 2', (gamebookId, scripts) => {
  it('are read at each ending', async () => {
    const stored = await listTitles(gamebookId)
    const ended = stored.filter(([title]) => !IN_THE_MIDDLE.test(title))
    expect(new Set(ended.map(([title]) => title))).toEqual(new Set(Object.keys(scripts)))
    for (const [title, id] of ended) {
      const session = await getSession(id)
      expect(session.ending?.title).toBe(title)
      expect(session.endings).toMatchObject({ found: ended.length, total: ended.length })
      expect(await send('GET', `/sessions/${id}/state`)).toMatchObject({ endings: { reached: expect.any(Array) } })
    }
  })

  it('go on in the middle', async () => {
    const stored = await listTitles(gamebookId)
    const [, id] = stored.find(([title]) => IN_THE_MIDDLE.test(title)) ?? expect.unreachable()
    const before = await getSession(id)
    expect(before.ending).toBeNull()
    const after = await playTurn(id, 'look around')
    expect(after.messages.at(-1)).toMatchObject({ status: 'done', error: null, receipts: [] })
    expect(after).toMatchObject({ place: before.place, panel: before.panel, messageCount: before.messageCount + 2 })
  })

  it('are undone from each ending, and end again', async () => {
    const stored = await listTitles(gamebookId)
    const again = stored.filter(([title]) => !IN_THE_MIDDLE.test(title)).map(([title, id]) => endAgain(title, id))
    await Promise.all(again)
  })
})

async function endAgain(title: string, id: string): Promise<void> {
  const { messages } = await getSession(id)
  const last = messages.at(-2) ?? expect.unreachable()
  const undone = SessionDetail.parse(await send('PUT', `/sessions/${id}/head`, { messageId: last.parentId }))
  expect(undone.ending, title).toBeNull()
  const ended = await playTurn(id, textOf(last))
  expect(ended.messages.at(-1), title).toMatchObject({ status: 'done', error: null })
  expect(ended.messages.at(-1)?.receipts.map(({ receipt }) => receipt.action)).not.toContain('core/restore')
  expect(ended.ending?.title).toBe(title)
}
