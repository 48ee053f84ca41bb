import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'

import { openDatabase } from '../../src/db/database.ts'
import { findModelConfig } from '../../src/db/models/modelConfigQueries.ts'
import { readSecretFile } from '../../src/start/secretFile.ts'
import { createEnvironmentKeys } from '../../src/models/keys/environmentKeys.ts'
import { createKeyCipher } from '../../src/models/keys/keyCipher.ts'
import { decryptModelSecrets } from '../../src/models/keys/modelKey.ts'
import { readConfig } from '../../src/start/config.ts'
import { startServer } from '../../src/start/startServer.ts'
import { ModelConfigList } from '../../src/web/schemas/modelConfig.ts'
import { SessionDetail, SessionList } from '../../src/web/schemas/session.ts'
import { makeFolder } from '../support/gamebookFolder.ts'
import { textOf } from '../support/play.ts'

/** Written by version 0.1.0: a database, the secret of its keys and a gamebook. */
const STORED = join(import.meta.dirname, '../fixtures/data-0.1')
const DATABASE = 'llm-gamebook.sqlite'

let folder: string
let address: string
beforeEach(async () => {
  folder = await makeFolder()
  await cp(STORED, folder, { recursive: true })
  const server = await startServer(
    readConfig({ LLM_GAMEBOOK_DATA_DIR: folder, LLM_GAMEBOOK_PORT: '0', LOG_LEVEL: 'silent' }),
  )
  address = server.address
  onTestFinished(() => server.close())
})

async function send(method: string, path: string, body?: object): Promise<unknown> {
  const headers = body === undefined ? {} : { 'content-type': 'application/json' }
  const response = await fetch(`${address}/api${path}`, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  expect(response.status, path).toBeLessThan(300)
  return response.json()
}

const get = (path: string) => send('GET', path)

async function openSession(title: string): Promise<SessionDetail> {
  const { data } = SessionList.parse(await get('/sessions'))
  const listed = data.find((session) => session.title === title)
  return SessionDetail.parse(await get(`/sessions/${listed?.id ?? title}`))
}

async function settle(id: string): Promise<SessionDetail> {
  for (;;) {
    const session = SessionDetail.parse(await get(`/sessions/${id}`))
    if (session.messages.at(-1)?.status !== 'streaming') return session
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

describe('data stored by version 0.1.0', () => {
  it('has a finished story with an edited message', async () => {
    const session = await openSession('First climb')
    expect(session.messages.map(({ role, status }) => `${role} ${status}`)).toEqual([
      'narrator done',
      ...Array.from({ length: 6 }, () => ['player done', 'narrator done']).flat(),
    ])
    expect(session.messages[1]?.siblingIds).toHaveLength(2)
    expect(session.messages.map(textOf)[3]).toBe('I take the lantern')
    expect(session.messages.flatMap(({ receipts }) => receipts.map(({ receipt }) => receipt.action))).toEqual(
      expect.arrayContaining(['graph/transition', 'item/take', 'core/call', 'core/reveal']),
    )
    expect(session).toMatchObject({
      place: 'Loft',
      ending: { title: 'The bell rings', kind: 'good' },
      endings: { found: 1, total: 1 },
    })
    expect(session.panel.fields.find(({ field }) => field === 'luck')).toMatchObject({ value: 1, max: 5 })
    expect(await get(`/sessions/${session.id}/state`)).toMatchObject({ endings: { reached: ['The bell rings'] } })
  })

  it('has every version of a message', async () => {
    const { id, messages } = await openSession('First climb')
    const [other] = messages[1]?.siblingIds.filter((sibling) => sibling !== messages[1]?.id) ?? []
    const session = SessionDetail.parse(await send('PUT', `/sessions/${id}/head`, { messageId: other, descend: true }))
    expect(session.messages.map(textOf)[1]).toBe('I look around.')
    expect(session).toMatchObject({ place: 'Yard', ending: null })
  })

  it('can be played further', async () => {
    const { id, messages } = await openSession('The other branch')
    await send('POST', `/sessions/${id}/messages`, { text: 'I take the lantern' })
    const session = await settle(id)
    expect(session.messages).toHaveLength(messages.length + 2)
    expect(session.messages.at(-1)).toMatchObject({ status: 'done', error: null })
    expect(session.panel.inventory[0]?.items).toMatchObject([{ entityId: 'lantern' }])
  })

  it('can be forked and undone', async () => {
    const { id, messages } = await openSession('First climb')
    const fork = SessionDetail.parse(await send('POST', `/sessions/${id}/fork`, { messageId: messages[10]?.id }))
    expect(fork).toMatchObject({ place: 'Stair', ending: null })
    const undone = SessionDetail.parse(
      await send('PUT', `/sessions/${fork.id}/head`, { messageId: fork.messages[8]?.id }),
    )
    expect(undone).toMatchObject({ place: 'Yard', redoId: fork.headId })
  })

  it('has readable keys and secret headers', async () => {
    const { data } = ModelConfigList.parse(await get('/model-configs'))
    const listed = data.find(({ name }) => name === 'Night Quill')
    expect(listed).toMatchObject({
      apiKey: { source: 'stored', lastFour: '6789' },
      extraHeaders: { 'X-Gate-Secret': '********', 'X-Team': 'garden' },
      temperature: 0.4,
    })
    const db = await openDatabase({ kind: 'sqlite', file: join(folder, DATABASE) })
    onTestFinished(() => db.destroy())
    const config = await findModelConfig(db, listed?.id ?? '')
    if (config === undefined) throw new Error('The model config is missing.')
    const keys = {
      keyCipher: createKeyCipher(await readSecretFile(folder)),
      environmentKeys: createEnvironmentKeys({}),
    }
    expect(decryptModelSecrets(config, keys)).toMatchObject({
      apiKey: 'sk-fixture-0123456789',
      parameters: { extraHeaders: { 'X-Gate-Secret': 'gate-0123456789', 'X-Team': 'garden' } },
    })
  })
})
