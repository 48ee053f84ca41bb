import { longText } from '../../support/longText.ts'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer, type ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'

import { LIMITS } from '../../../src/models/transport/limits.ts'
import { plainForm } from '../../../src/models/providers/shared/chatForms.ts'
import { chatCompletions } from '../../../src/models/dialects/chatCompletions.ts'
import { CELLAR } from '../../support/cellar.ts'
import { playStreams } from '../../support/playStreams.ts'
import { chat, chatChunk, DONE, events } from '../../support/providerStreams.ts'
import { openReplayApp, type ReplayApp } from '../../support/replayApp.ts'
import { readStream } from './readStream.ts'

let app: ReplayApp
beforeAll(async () => {
  app = await openReplayApp(CELLAR)
})
afterAll(() => app.close())

const MEGABYTE = 1024 * 1024
const wet = events(chatChunk({ content: 'Wet stones.' }))
const call = (args: string) =>
  chatChunk({ tool_calls: [{ index: 0, id: 'c', function: { name: 'go_to', arguments: args } }] })

describe('an answer that no model gives', () => {
  it.each([
    ['one word of 5 MB', events(chatChunk({ content: 'x'.repeat(5 * MEGABYTE) }))],
    ['a line without end', `data: ${'x'.repeat(5 * MEGABYTE)}`],
    ['an event without end', 'data: x\n'.repeat(5 * MEGABYTE)],
    ['arguments without end', events(...Array.from({ length: 64 }, () => call('x'.repeat(8192))))],
    ['pings without end', 'data: {"type":"ping"}\n\n'.repeat(MEGABYTE)],
    ['comments without end', ': ping\n\n'.repeat(3 * MEGABYTE)],
  ])('is given up: %s', async (_what, flood) => {
    const message = await playStreams(app, 'deepseek', [wet + flood + DONE])
    expect(message).toMatchObject({ status: 'interrupted', text: 'Wet stones.', code: 'response-too-large', calls: [] })
  })

  it('has no more calls than one answer may have', () => {
    const calls = Array.from({ length: 5000 }, (_, index) => ({
      index,
      id: `c${index}`,
      function: { name: 'knock', arguments: '{}' },
    }))
    const stream = events(...calls.map((each) => chatChunk({ tool_calls: [each] })), chatChunk({}, 'tool_calls'))
    const read = readStream(chatCompletions(plainForm), [Buffer.from(stream)])
    expect(read.calls).toHaveLength(LIMITS.calls)
  })

  it('is cut at the longest answer', async () => {
    const long = events(chatChunk({ content: longText(750_000) }))
    const { status, text } = await playStreams(app, 'deepseek', [long + DONE])
    expect([status, text.length]).toEqual(['done', 500_000])
  })
})

describe('hostile text of a megabyte', () => {
  const size = 1_000_000
  it.each([
    ['<', '<'],
    ['[', '['],
    ['{', '{'],
    ['"', '"'],
    ['{"', '{"'],
    ['\\', '\\'],
    ['"error":', '"error":'],
    ['data:', 'data:'],
    [' ', ' '],
    ['line ends', '\r\n'],
  ])('of %s is read at once', (_name, unit) => {
    const text = unit.repeat(size / unit.length)
    for (const stream of [text, `data: ${text}\n\n`, events(call(text), call(text), chatChunk({}, text))]) {
      readStream(chatCompletions(plainForm), [Buffer.from(stream)])
    }
    for (let at = 0; at < size; at += 250_000)
      readStream(chatCompletions(plainForm), [Buffer.from(text.slice(at, at + 250_000))])
  })

  it('in single bytes and single arguments is read at once', () => {
    const letters = Array.from({ length: 20_000 }, () => call('{'))
    const bytes = Buffer.from(events(...letters))
    readStream(
      chatCompletions(plainForm),
      Array.from({ length: 50_000 }, (_, at) => bytes.subarray(at, at + 1)),
    )
    readStream(chatCompletions(plainForm), [bytes])
  })
})

describe('a connection', () => {
  async function openCounting(answer: (response: ServerResponse) => void) {
    const sockets = new Set<unknown>()
    const server = createServer((request, response) => {
      sockets.add(request.socket)
      request.resume().once('end', () => answer(response))
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    onTestFinished(() => {
      server.closeAllConnections()
      server.close()
    })
    return { sockets, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
  }

  it('is used again after an answer', async () => {
    let finished: Promise<unknown> = Promise.resolve()
    const { url, sockets } = await openCounting((response) => {
      finished = once(response, 'finish')
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.write(chat({ content: 'Wet stones.' }))
      setTimeout(() => response.end(), 20)
    })
    const id = await app.createConfig({ provider: 'deepseek', modelName: 'm', baseUrl: url })
    const session = await app.createSession()
    for (let turn = 0; turn < 3; turn += 1) {
      expect((await app.playTurn(session, id)).status).toBe('done')
      await finished
      // The client gets the end of the response, and has the connection for its next request.
      await pause(100)
    }
    expect(sockets.size).toBe(1)
  })

  it.each(['[DONE]', 'an end'])('that stays open after %s does not keep the answer waiting', async (what) => {
    const { url } = await openCounting((response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      if (what === '[DONE]') response.write(chat({ content: 'Wet stones.' }))
      else response.write(wet + events(chatChunk({}, 'stop')), () => response.destroy())
    })
    const id = await app.createConfig({ provider: 'deepseek', modelName: 'm', baseUrl: url })
    expect((await app.playTurn(await app.createSession(), id)).status).toBe('done')
  })
})
