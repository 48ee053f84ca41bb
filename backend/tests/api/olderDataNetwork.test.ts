import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { readConfig } from '../../src/start/config.ts'
import { startServer } from '../../src/start/startServer.ts'
import { SessionDetail, SessionList } from '../../src/web/schemas/session.ts'
import { openEvents } from '../support/eventStream.ts'
import { makeFolder } from '../support/gamebookFolder.ts'
import { textOf } from '../support/play.ts'
import { openProvider } from '../support/provider.ts'
import { countResults } from '../support/requestShapes.ts'
import { chat, chatChunk, DONE, events } from '../support/providerStreams.ts'

const FIXTURES = join(import.meta.dirname, '../fixtures')

async function copyFormatOne(folder: string): Promise<void> {
  const stored = await readFile(join(FIXTURES, 'data-format-one/llm-gamebook.sqlite.gz'))
  await writeFile(join(folder, 'llm-gamebook.sqlite'), gunzipSync(stored))
}

const copyFirstVersion = (folder: string): Promise<void> => cp(join(FIXTURES, 'data-0.1'), folder, { recursive: true })

const Sent = z.object({
  messages: z.array(z.object({ role: z.string(), content: z.unknown().optional() })),
  tools: z.array(z.object({ function: z.object({ name: z.string() }) })).optional(),
})

/** The first move that a request offers. */
function findMove({ messages }: z.infer<typeof Sent>) {
  const [, name, to] = /- (\w+)\\n {2}to (\w+): /.exec(JSON.stringify(messages.at(-1)?.content)) ?? []
  return { name: name ?? expect.unreachable(), to: to ?? expect.unreachable() }
}

/** A model that walks on in each turn, and narrates from the result. */
const openWalker = () =>
  openProvider((response, { body }) => {
    const sent = Sent.parse(body)
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    if (sent.messages.at(-1)?.role === 'tool') return response.end(chat({ role: 'assistant', content: 'On you go.' }))
    const { name, to } = findMove(sent)
    const call = { index: 0, id: 'walk', type: 'function', function: { name, arguments: JSON.stringify({ to }) } }
    const calls = chatChunk({ role: 'assistant', tool_calls: [call] })
    return response.end(events(calls, chatChunk({}, 'tool_calls')) + DONE)
  })

describe.each([
  [
    'a server from before Format 2',
    copyFormatOne,
    ['On the way to The Sea Keeps Its Side', 'On the way to Delivered by Hand', "On the way to The Cook's Share"],
  ],
  ['version 0.1.0', copyFirstVersion, ['First climb']],
] as const)('a story stored by %s', (_, prepare, titles) => {
  let address: string
  let close: () => Promise<void>
  beforeAll(async () => {
    const folder = await makeFolder()
    await prepare(folder)
    const config = readConfig({ LLM_GAMEBOOK_DATA_DIR: folder, LLM_GAMEBOOK_PORT: '0', LOG_LEVEL: 'silent' })
    ;({ address, close } = await startServer(config))
  })
  afterAll(() => close())

  const send = async (method: string, path: string, body?: object): Promise<unknown> => {
    const response = await fetch(`${address}/api${path}`, {
      method,
      ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
    expect(response.status, path).toBeLessThan(300)
    return response.json()
  }

  it.each(titles)('goes on after an undo with a network model: %s', async (title) => {
    const walker = await openWalker()
    const model = { provider: 'openai-compatible', modelName: 'walker', baseUrl: `${walker.url}/v1` }
    const config = { name: title, ...model, contextWindow: 32_768 }
    const { id: modelConfigId } = z.object({ id: z.string() }).parse(await send('POST', '/model-configs', config))
    const { data } = SessionList.parse(await send('GET', '/sessions?limit=100'))
    const { id } = data.find((session) => session.title === title) ?? expect.unreachable()
    const getMessages = async () => SessionDetail.parse(await send('GET', `/sessions/${id}`)).messages
    await send('PUT', `/sessions/${id}/head`, { messageId: (await getMessages()).at(-3)?.id })
    const before = await getMessages()
    for (const turn of [1, 2]) {
      const stream = await openEvents(address, id)
      await send('POST', `/sessions/${id}/messages`, { text: 'I walk on.', modelConfigId })
      await stream.next(({ type }) => type === 'message-end')
      stream.close()
      const messages = await getMessages()
      const answer = messages.at(-1) ?? expect.unreachable()
      expect(answer).toMatchObject({ status: 'done', error: null, finishReason: 'stop' })
      expect(textOf(answer)).toContain('On you go.')
      expect(answer.receipts.map(({ receipt }) => receipt.action)).toContain('graph/transition')
      expect(messages.length).toBe(before.length + 2 * turn)
    }
    const sent = Sent.parse(walker.seen.at(-1)?.body).messages
    const history = JSON.stringify(sent)
    for (const message of before) {
      expect(history).toContain(JSON.stringify(textOf(message).trim().slice(0, 30)).slice(1, -1))
    }
    expect(countResults({ messages: sent })).toBeGreaterThan(2)
    expect(history).not.toMatch(/result\W+success/)
    expect(JSON.stringify(sent.at(-1)?.content)).toContain('applied')
  })
})
