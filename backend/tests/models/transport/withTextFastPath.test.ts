import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { setImmediate as macrotask } from 'node:timers/promises'

import type { LanguageModelV4StreamPart } from '@ai-sdk/provider'
import { describe, expect, it } from 'vitest'

import { readChatDelta, type ReadDelta } from '../../../src/models/transport/chatDelta.ts'
import { ANSWERS, COMMENT, word } from './answers.ts'
import { ASK, readUppercase, fastPathModel } from './models.ts'
import { partsOf, textOf } from './parts.ts'
import { startServer } from './startServer.ts'

describe('the fast path', () => {
  it('handles text that continues an open part, in order with everything else', async () => {
    const { stream, send, end } = await openStream(readUppercase)
    const reader = readerOf(stream)
    await send(word('one '))
    expect(await reader.textUntil('one ')).toBe('one ')
    await send(word('two ') + word('three '))
    expect(await reader.textUntil('THREE ')).toBe('TWO THREE ')
    await send(word('four ') + COMMENT + word('five '))
    expect(await reader.textUntil('five ')).toBe('FOUR five ')
    await send(word('six '))
    expect(await reader.textUntil('SIX ')).toBe('SIX ')
    end()
  })

  it('leaves text that starts another kind of part to the package', async () => {
    const { stream, send, end } = await openStream(readUppercase)
    const reader = readerOf(stream)
    await send(word('hm ', 'reasoning_content'))
    await reader.textUntil('hm ')
    await send(word('well ', 'reasoning_content'))
    expect(await reader.textUntil('WELL ')).toBe('WELL ')
    await send(word('one '))
    expect(await reader.textUntil('one ')).toBe('one ')
    end()
  })

  it('loses and reorders nothing with a slow reader and a fast provider', async () => {
    const words = Array.from({ length: 2000 }, (_, index) => `${index} `)
    const origin = await startServer(async (_, response) => {
      for (const text of words) {
        response.write(word(text))
        if (Number(text) % 7 === 0) await macrotask()
      }
      response.end(ANSWERS['plain text'].slice(-3).join(''))
    })
    const { stream } = await fastPathModel(origin).doStream(ASK)
    const read: string[] = []
    for await (const part of stream) {
      if (part.type === 'text-delta') read.push(part.delta)
      if (read.length % 3 === 0) await macrotask()
    }
    expect(read.join('')).toBe(words.join(''))
  })

  it('keeps the order within one packet', async () => {
    const { stream, send, end } = await openStream(readUppercase)
    const reader = readerOf(stream)
    await send(word('one '))
    await reader.textUntil('one ')
    await send(word('not ', 'refusal'), word('two '))
    expect(await reader.textUntil('two ')).toBe('not two ')
    end()
  })

  it('splits events at invalid UTF-8', async () => {
    const { stream, send, end } = await openStream(readUppercase)
    const reader = readerOf(stream)
    await send(word('one '))
    await reader.textUntil('one ')
    const bytes = Buffer.from(word('two? ') + word('three '))
    bytes[bytes.indexOf('?')] = 0xff
    const middle = bytes.indexOf('thr')
    await send(bytes.subarray(0, middle))
    await send(bytes.subarray(middle))
    expect(await reader.textUntil('three ')).toBe('TWO\uFFFD three ')
    end()
  })

  it('reads no more text than its reader accepts', async () => {
    let taken = 0
    const { response, stream } = await openStream((event) => ((taken += 1), readChatDelta(event)))
    response.write(word('first '))
    for (let turn = 0; turn < 2000; turn += 1) {
      await macrotask()
      if (!response.writableNeedDrain) response.write(word('next '))
    }
    expect(taken).toBeGreaterThan(10)
    expect(taken).toBeLessThan(200)
    await stream.cancel()
  })

  it('serves several answers of one model at once without mixing them', async () => {
    const origin = await startServer(async (request, response) => {
      const name = String(request.headers['x-name'])
      for (let count = 0; count < 50; count += 1) {
        response.write(word(`${name} `))
        await macrotask()
      }
      response.end(ANSWERS['plain text'].slice(-3).join(''))
    })
    const model = fastPathModel(origin)
    const tell = async (name: string) => {
      const { stream } = await model.doStream({ ...ASK, headers: { 'x-name': name } })
      return textOf(await partsOf(stream))
    }
    const names = ['Ada', 'Ben', 'Cleo']
    expect(await Promise.all(names.map(tell))).toEqual(names.map((name) => `${name} `.repeat(50)))
  })

  it('leaves requested raw chunks to the package', async () => {
    const origin = await startServer((_, response) => response.end(ANSWERS['plain text'].join('')))
    const { stream } = await fastPathModel(origin, readUppercase).doStream({ ...ASK, includeRawChunks: true })
    const parts = await partsOf(stream)
    expect(parts.filter((part) => part.type === 'raw')).toHaveLength(ANSWERS['plain text'].length - 1)
  })

  it('fails like the package when the connection breaks, after the text that arrived', async () => {
    const { stream, send, response } = await openStream(readUppercase)
    const reader = readerOf(stream)
    await send(word('one '))
    await reader.textUntil('one ')
    await send(word('two '))
    expect(await reader.textUntil('TWO ')).toBe('TWO ')
    response.destroy()
    await expect(reader.textUntil('more')).rejects.toMatchObject({
      name: 'AI_APICallError',
      cause: { message: 'terminated', cause: { code: 'ECONNRESET' } },
    })
  })

  it.each(['cancel', 'abort'] as const)('closes the connection on %s', async (way) => {
    const abort = new AbortController()
    const { stream, send, response } = await openStream(readUppercase, abort.signal)
    const reader = readerOf(stream)
    const closed = once(response, 'close')
    await send(word('one '))
    await reader.textUntil('one ')
    if (way === 'cancel') await reader.cancel()
    else abort.abort(new Error('stopped'))
    await closed
    if (way === 'abort') await expect(reader.textUntil('more')).rejects.toMatchObject({ cause: { message: 'stopped' } })
  })

  it('passes on a response that is not a stream', async () => {
    const origin = await startServer((_, response) => {
      response.writeHead(429, { 'retry-after': '7' }).end('{"error":{"message":"slow down"}}')
    })
    await expect(fastPathModel(origin).doStream(ASK)).rejects.toMatchObject({
      statusCode: 429,
      message: 'slow down',
      responseHeaders: { 'retry-after': '7' },
    })
  })
})

/** An answer in progress, whose every event the test sends itself. */
async function openStream(readDelta: ReadDelta, abortSignal?: AbortSignal) {
  const opened = Promise.withResolvers<ServerResponse>()
  const origin = await startServer((_, response) => {
    response.flushHeaders()
    opened.resolve(response)
  })
  const { stream } = await fastPathModel(origin, readDelta).doStream({ ...ASK, ...(abortSignal && { abortSignal }) })
  const response = await opened.promise
  return {
    response,
    stream,
    send: async (...writes: readonly (string | Uint8Array)[]) => {
      await macrotask()
      for (const bytes of writes) response.write(bytes)
    },
    end: () => response.end(),
  }
}

function readerOf(stream: ReadableStream<LanguageModelV4StreamPart>) {
  const reader = stream.getReader()
  return {
    cancel: () => reader.cancel(),
    async textUntil(last: string): Promise<string> {
      for (let text = ''; ;) {
        const { done, value } = await reader.read()
        if (done) throw new Error(`The stream ended before '${last}'.`)
        if (value.type === 'text-delta' || value.type === 'reasoning-delta') text += value.delta
        if (text.endsWith(last)) return text
      }
    },
  }
}
