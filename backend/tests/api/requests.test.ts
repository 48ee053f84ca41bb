import { describe, expect, it } from 'vitest'

import { readPacks } from '../../src/requests/blockStream.ts'
import { removeRequestTexts } from '../../src/db/models/requestExpiry.ts'
import { NextRequest, RequestSearchResult, SentRequestDetail, SentRequestList } from '../../src/web/schemas/request.ts'
import { GARDEN_ID } from '../support/garden.ts'
import { NETWORK_PROVIDERS } from '../support/networkProviders.ts'
import { sendMessage, waitForAnswer } from '../support/play.ts'
import { openScriptedProvider, type ScriptedProvider } from '../support/scriptedProvider.ts'
import { openTestApp, type TestApp } from '../support/testApp.ts'

const USAGE = { prompt_tokens: 1000, completion_tokens: 20, prompt_tokens_details: { cached_tokens: 800 } }

const openProvider = (): Promise<ScriptedProvider> =>
  openScriptedProvider((_body, number) => ({ text: `Rain number ${number}.`, usage: USAGE }))

async function addModel(test: TestApp, fields: object): Promise<string> {
  const made = await test.send('POST', '/model-configs', { name: 'Scripted', modelName: 'm', ...fields })
  expect(made.statusCode, made.body).toBe(201)
  return String(made.json().id)
}

async function open(fields: object = {}) {
  const provider = await openProvider()
  const test = await openTestApp({ usesRealModels: true, requestsPerMinute: 1_000_000 })
  const modelConfigId = await addModel(test, { provider: 'openai-compatible', baseUrl: provider.url, ...fields })
  return { test, provider, modelConfigId, session: await start(test, modelConfigId) }
}

async function start(test: TestApp, modelConfigId: string): Promise<string> {
  const made = await test.send('POST', '/sessions', { gamebookId: GARDEN_ID, modelConfigId })
  const id = String(made.json().id)
  await waitForAnswer(test, id)
  return id
}

async function list(test: TestApp, query: string): Promise<SentRequestList> {
  await test.services.requests.settled()
  const response = await test.get(`/requests?${query}`)
  expect(response.statusCode, response.body).toBe(200)
  return SentRequestList.parse(response.json())
}

type SentRequestList = ReturnType<typeof SentRequestList.parse>

const ofSession = async (test: TestApp, session: string) => (await list(test, `sessionId=${session}&limit=200`)).data

const bodyOf = async (test: TestApp, id: string): Promise<string> => (await test.get(`/requests/${id}/body`)).body

async function detail(test: TestApp, id: string): Promise<SentRequestDetail> {
  return SentRequestDetail.parse((await test.get(`/requests/${id}`)).json())
}

const reasonsOf = (blocks: readonly { readonly sections: readonly { readonly reason: string }[] }[]) =>
  blocks.map(({ sections }) => sections.map(({ reason }) => reason))

describe('the record of requests', () => {
  it.each(NETWORK_PROVIDERS)('keeps what is sent to %s, with secrets masked', async (provider) => {
    const secret = 'sekret-0123456789'
    const server = await openProvider()
    const test = await openTestApp({ usesRealModels: true })
    const extraBody = { api_key: secret, plain: ['a', secret.length] }
    const id = await addModel(test, { provider, baseUrl: server.url, apiKey: 'key-of-the-test-1', extraBody })
    const session = await start(test, id)
    const [first] = (await ofSession(test, session)).toReversed()
    expect(first).toMatchObject({ purpose: 'turn', step: 1, model: { provider, modelName: 'm' }, isTextKept: true })
    const body = await bodyOf(test, String(first?.id))
    expect(server.bodies[0]).toContain(secret)
    expect(body).toBe(server.bodies[0]?.replace(secret, '********'))
  })

  it('keeps each request of a session as it was sent, also after a restart', async () => {
    const { test, provider, session, modelConfigId } = await open()
    for (let turn = 1; turn <= 6; turn += 1) await sendMessage(test, session, `I wait "${turn}". \\ ü`)
    await test.services.requests.settled()
    const again = await openTestApp({ usesRealModels: true, db: test.services.db, folders: test.folders })
    await sendMessage(again, session, 'I wait on.')
    await sendMessage(again, session, 'And on.')
    const requests = (await ofSession(again, session)).toReversed()
    const bodies = await Promise.all(requests.map(({ id }) => bodyOf(again, id)))
    expect(bodies).toEqual(provider.bodies)
    expect(requests.slice(1).every(({ sharedBlocks }) => sharedBlocks > 1)).toBe(true)
    expect(requests[0]).toMatchObject({
      modelConfigId,
      outcome: 'done',
      usage: { inputTokens: 1000, outputTokens: 20, cachedInputTokens: 800 },
      model: { label: 'Scripted', host: new URL(provider.url).host },
    })
    expect(requests[0]?.firstTokenMs).not.toBeNull()
  })

  it('is listed in pages, newest first', async () => {
    const { test, session } = await open()
    for (let turn = 1; turn <= 4; turn += 1) await sendMessage(test, session, `I wait, ${turn}.`)
    const all = await ofSession(test, session)
    const first = await list(test, `sessionId=${session}&limit=3`)
    const second = await list(test, `sessionId=${session}&limit=3&cursor=${first.nextCursor}`)
    expect([...first.data, ...second.data]).toEqual(all)
    expect(second.nextCursor).toBeNull()
  })

  it('is listed by answer', async () => {
    const { test, session } = await open()
    await sendMessage(test, session, 'I wait.')
    const [last] = await ofSession(test, session)
    const { data } = await list(test, `sessionId=${session}&messageId=${last?.messageId}`)
    expect(data.map(({ id }) => id)).toEqual([last?.id])
    expect((await list(test, `sessionId=${session}&messageId=${session}`)).data).toEqual([])
  })

  it('says of each block why it is sent, and what is new in it', async () => {
    const { test, session } = await open()
    await sendMessage(test, session, 'I wait.')
    await sendMessage(test, session, 'I wait on.')
    const [last, before] = await ofSession(test, session)
    const { blocks, removed, comparedWith } = await detail(test, String(last?.id))
    expect(comparedWith).toBe(before?.id)
    const messages = blocks?.filter(({ place }) => place === 'messages') ?? []
    expect(reasonsOf(messages)).toEqual([
      ['opening'],
      ['answer'],
      ['player'],
      ['answer'],
      expect.arrayContaining(['state', 'player']),
    ])
    expect(messages.map(({ change }) => change)).toEqual(['same', 'same', 'new', 'new', 'new'])
    const turns = messages.map(({ sections }) => sections.find(({ turn }) => turn !== undefined)?.turn)
    expect(turns).toEqual([undefined, 0, 1, 1, 2])
    expect(reasonsOf(removed)).toEqual([expect.arrayContaining(['state', 'player'])])
    const system = blocks?.find(({ place }) => place === 'system')
    expect(system).toMatchObject({ role: 'system', cache: 'cached', change: 'same' })
    expect(messages.at(-1)?.cache).toBe('fresh')
    const tokens = blocks?.reduce((sum, block) => sum + block.tokens, 0) ?? 0
    expect(Math.abs(tokens - 1000)).toBeLessThan(10)
    expect(blocks?.some(({ place, name }) => place === 'tools' && name !== null)).toBe(true)
  })

  it('shows what would be sent, which is then sent', async () => {
    const { test, session, provider } = await open()
    await sendMessage(test, session, 'I wait.')
    const sent = provider.bodies.length
    const response = await test.get(`/sessions/${session}/next-request?text=${encodeURIComponent('I go on.')}`)
    const next = NextRequest.parse(response.json())
    expect(provider.bodies).toHaveLength(sent)
    await sendMessage(test, session, 'I go on.')
    const [last] = await ofSession(test, session)
    const { blocks } = await detail(test, String(last?.id))
    expect(next.blocks?.map(({ sections }) => sections)).toEqual(blocks?.map(({ sections }) => sections))
    expect(next.bytes).toBe(Buffer.byteLength(provider.bodies.at(-1) ?? ''))
  })

  it('shows what would be sent with a message that no address can hold, byte for byte', async () => {
    const { test, session, provider } = await open()
    const text = 'Ü'.repeat(20_000)
    const path = `/sessions/${session}/next-request`
    const next = NextRequest.parse((await test.send('POST', path, { text })).json())
    const { body } = await test.send('POST', `${path}/body`, { text })
    await sendMessage(test, session, text)
    expect(body).toBe(provider.bodies.at(-1))
    expect(next.blocks?.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(Buffer.byteLength(body))
  })

  it('finds words in what was sent', async () => {
    const { test, session } = await open()
    await sendMessage(test, session, 'I sing of a Weasel.')
    await sendMessage(test, session, 'I wait.')
    const [last] = await ofSession(test, session)
    const response = await test.get(`/requests/search?sessionId=${session}&q=weasel`)
    const { data } = RequestSearchResult.parse(response.json())
    expect(data).toHaveLength(2)
    expect(data[0]).toMatchObject({ requestId: last?.id, excerpt: expect.stringContaining('Weasel') })
  })

  it('has the requests of tests and model lists, which belong to no session', async () => {
    const { test, modelConfigId } = await open()
    await test.send('POST', `/model-configs/${modelConfigId}/test`)
    const { data } = await list(test, 'limit=200')
    expect(new Set(data.map(({ purpose }) => purpose))).toEqual(new Set(['test']))
    expect(data.some(({ bytes, modelConfigId: id }) => bytes > 0 && id === modelConfigId)).toBe(true)
    expect(data.some(({ outcome, errorCode }) => outcome === 'failed' && errorCode === 'http-404')).toBe(true)
  })

  it('has no requests of the built-in narrator', async () => {
    const test = await openTestApp({ usesRealModels: true })
    const { data } = (await test.get('/model-configs')).json()
    const session = await start(test, String(data[0].id))
    expect(await ofSession(test, session)).toEqual([])
    expect((await test.get(`/sessions/${session}/next-request`)).json()).toMatchObject({ blocks: [], bytes: 0 })
  })

  it('notes a request that fails', async () => {
    const provider = await openScriptedProvider(() => ({ text: 'No such model', status: 404 }))
    const test = await openTestApp({ usesRealModels: true })
    const id = await addModel(test, { provider: 'openai-compatible', baseUrl: provider.url })
    const session = await start(test, id)
    const [request] = await ofSession(test, session)
    expect(request).toMatchObject({ outcome: 'failed', errorCode: expect.any(String), usage: null })
    expect(await bodyOf(test, String(request?.id))).toBe(provider.bodies[0])
  })
})

describe('the text of requests', () => {
  const countPacks = async (test: TestApp): Promise<number> =>
    (await test.services.db.selectFrom('blockPack').selectAll().execute()).length
  const storedTexts = async (test: TestApp): Promise<string> => {
    const packs = await test.services.db.selectFrom('blockPack').selectAll().orderBy('first').execute()
    const starts = Map.groupBy(packs, ({ start }) => start)
    return [...starts.values()].flatMap((group) => [...readPacks(group).values()]).join('')
  }

  it('is deleted with its session', async () => {
    const { test, session } = await open()
    await sendMessage(test, session, 'I wait.')
    await ofSession(test, session)
    expect(await countPacks(test)).toBeGreaterThan(0)
    await test.send('DELETE', `/sessions/${session}?forever=true`)
    await test.services.requests.settled()
    expect(await countPacks(test)).toBe(0)
    expect(await test.services.db.selectFrom('sentRequest').selectAll().execute()).toEqual([])
    expect((await test.get(`/requests?sessionId=${session}`)).json()).toMatchObject({ code: 'session-deleted' })
  })

  it('is removed when it is too old, and later requests stay whole', async () => {
    const { test, session, provider } = await open()
    for (let turn = 1; turn <= 5; turn += 1) await sendMessage(test, session, `I wait, ${turn}.`)
    const requests = (await ofSession(test, session)).toReversed()
    const border = requests[3]?.startedAt ?? ''
    await removeRequestTexts(test.services.db, test.services.requests, border)
    await sendMessage(test, session, 'I go on.')
    const after = (await ofSession(test, session)).toReversed()
    expect(after.map(({ isTextKept }) => isTextKept)).toEqual(after.map(({ startedAt }) => startedAt >= border))
    for (const [at, { id, isTextKept }] of after.entries())
      if (isTextKept) expect(await bodyOf(test, id)).toBe(provider.bodies[at])
    expect(after[0]?.usage).not.toBeNull()
    // The newest requests still quote what the player said, but not the state of the first turns.
    const stored = await storedTexts(test)
    const endOfState = (turn: number): string => `Iron gate\\n\\n# The player says\\n\\n\`\`\`\\nI wait, ${turn}.`
    expect([1, 5].map((turn) => stored.includes(endOfState(turn)))).toEqual([false, true])
    const gone = await test.get(`/requests/${after[0]?.id}/body`)
    expect([gone.statusCode, gone.json().code]).toEqual([410, 'request-text-gone'])
  })

  it('is not kept if the setting says never, and kept again afterwards', async () => {
    const { test, session, provider } = await open()
    await sendMessage(test, session, 'I wait.')
    expect((await test.get('/requests/settings')).json()).toEqual({ keepTexts: '30-days' })
    await test.send('PUT', '/requests/settings', { keepTexts: 'never' })
    await sendMessage(test, session, 'I wait on.')
    await test.services.requests.settled()
    await test.services.requestTexts.removeOld()
    expect(await countPacks(test)).toBe(0)
    const off = await ofSession(test, session)
    expect(off.map(({ isTextKept, usage }) => [isTextKept, usage?.inputTokens])).toEqual(off.map(() => [false, 1000]))
    await test.send('PUT', '/requests/settings', { keepTexts: 'always' })
    await sendMessage(test, session, 'I wait again.')
    const [last] = await ofSession(test, session)
    expect(await bodyOf(test, String(last?.id))).toBe(provider.bodies.at(-1))
  })

  it('is counted, and removed at once on request', async () => {
    const { test, session } = await open()
    await sendMessage(test, session, 'I wait.')
    await ofSession(test, session)
    const kept = (await test.get('/requests/texts')).json()
    expect(kept).toEqual({ requests: 2, bytes: expect.any(Number) })
    expect(kept.bytes).toBeGreaterThan(100)
    expect((await test.send('DELETE', '/requests/texts')).statusCode).toBe(204)
    expect((await test.get('/requests/texts')).json()).toEqual({ requests: 0, bytes: 0 })
    const gone = await ofSession(test, session)
    expect(gone.map(({ isTextKept, usage }) => [isTextKept, usage?.inputTokens])).toEqual(gone.map(() => [false, 1000]))
    expect((await detail(test, String(gone[0]?.id))).blocks).toBeNull()
  })

  it('has no request that does not exist', async () => {
    const { test } = await open()
    const response = await test.get('/requests/00000000-0000-7000-8000-00000000dead')
    expect([response.statusCode, response.json().code]).toEqual([404, 'request-not-found'])
    expect((await test.send('PUT', '/requests/settings', { keepTexts: 'a day' })).statusCode).toBe(422)
  })
})
