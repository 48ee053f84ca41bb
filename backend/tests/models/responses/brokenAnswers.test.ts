import { setImmediate } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Message } from '../../../src/messages/message.ts'
import { getRecording } from '../../support/recordings.ts'
import { CANARY, openReplayApp, type ReplayApp } from '../../support/replayApp.ts'
import type { Tampering } from '../../support/replayServer.ts'

let app: ReplayApp
beforeAll(async () => {
  app = await openReplayApp()
})
afterAll(() => app.close())

/** A stream of each provider, and after how many of its pieces there are words. */
const STREAMS = [
  ['anthropic/text-long', 6],
  ['deepseek/text-long', 6],
  ['google/text', 1],
  ['mistral/text-long', 3],
  ['ollama/text', 2],
  ['ollama/v1-text', 0],
  ['openai/text', 6],
  ['openai/chat-text', 4],
  ['openrouter/text-long', 8],
  ['xai/text', 30],
] as const

const CALLS = [
  ['anthropic/tool-call', 6],
  ['deepseek/tool-call', 8],
  ['google/tool-call', 0],
  ['mistral/tool-call', 1],
  ['ollama/tool-call', 1],
  ['openai/tool-call', 5],
  ['openai/chat-tool-call', 3],
  ['openrouter/tool-call', 5],
  ['xai/tool-call', 10],
] as const

async function makeConfig(id: string, tampering: Tampering): Promise<{ config: string; address: string }> {
  const { provider, wire } = getRecording(id)
  const address = app.replay.address([id], tampering)
  const config = await app.createConfig({
    provider: provider === 'openai' && wire === 'chat' ? 'openai-compatible' : provider,
    modelName: 'some-model',
    baseUrl: provider === 'ollama' && wire === 'chat' ? `${address}/v1` : address,
  })
  return { config, address }
}

async function playTampered(id: string, tampering: Tampering): Promise<Message> {
  return app.playTurn(await app.createSession(), (await makeConfig(id, tampering)).config)
}

const textOf = ({ parts }: Message): string => parts.map((part) => (part.type === 'text' ? part.text : '')).join('')

describe.each(STREAMS)('an answer like %s', (id, pieces) => {
  it.each(['cut', 'end'] as const)('keeps its text and says so when it is interrupted (%s)', async (kind) => {
    const message = await playTampered(id, { [kind]: pieces })
    const words = textOf(message)
    expect(getRecording(id).expect.text?.startsWith(words)).toBe(true)
    expect(message.status).toBe(words === '' ? 'failed' : 'interrupted')
    expect(message.error).toMatchObject({ detail: expect.any(String), hint: expect.any(String) })
    if (words !== '') expect(message.error?.code).toBe('interrupted')
  })

  it('can be stopped while the provider is idle, which closes the connection at once', async () => {
    const { config, address } = await makeConfig(id, { hang: pieces })
    const session = await app.createSession()
    const answerId = await app.startTurn(session, config)
    while (app.replay.requests(address).length === 0) await setImmediate()
    const since = performance.now()
    await app.services.engine.stop(session)
    await app.replay.requests(address)[0]?.closed
    expect(performance.now() - since).toBeLessThan(1000)
    expect(await app.findStored(session, answerId)).toMatchObject({ status: 'stopped', error: null })
  })
})

describe.each(CALLS)('a call like %s', (id, pieces) => {
  it.each(['cut', 'end'] as const)('does not run when it is cut off (%s)', async (kind) => {
    const message = await playTampered(id, { [kind]: pieces })
    expect(message.status).not.toBe('done')
    expect(message.receipts).toEqual([])
    expect(message.parts.filter(({ type }) => type === 'tool-call')).toEqual([])
  })
})

describe('the key', () => {
  it('is sent to the provider only', async () => {
    const { config, address } = await makeConfig('anthropic/error-401', {})
    const session = await app.createSession()
    const message = await app.playTurn(session, config)
    expect(app.replay.requests(address)[0]?.headers['x-api-key']).toBe(CANARY)
    const seen = [
      await app.send('GET', '/model-configs'),
      await app.send('GET', `/model-configs/${config}`),
      await app.send('GET', `/sessions/${session}`),
      await app.send('POST', `/model-configs/${config}/test`),
    ]
    for (const text of [JSON.stringify(message), ...seen.map(({ body }) => body)]) expect(text).not.toContain(CANARY)
  })
})
