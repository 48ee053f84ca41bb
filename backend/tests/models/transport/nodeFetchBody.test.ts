import { getEventListeners, once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { createServer as createNetServer } from 'node:net'
import { setImmediate as macrotask } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'

import { SLICE_BYTES } from '../../../src/models/transport/bodySlices.ts'
import { createNodeFetch } from '../../../src/models/transport/nodeFetch.ts'
import { listen, startServer } from './startServer.ts'

const fetch = createNodeFetch()

describe('the body of an answer', () => {
  it('arrives piece by piece, while the server still writes', async () => {
    const responses: ServerResponse[] = []
    const origin = await startServer((_, response) => {
      responses.push(response)
      response.write('one ')
    })
    const reader = readerOf(await fetch(origin))
    expect(await reader.read()).toBe('one ')
    responses[0]?.write('two ')
    expect(await reader.read()).toBe('two ')
    responses[0]?.end()
    expect(await reader.read()).toBeUndefined()
  })

  it.each([1, 2, 3, 7])('keeps characters whole in chunks of %i bytes', async (size) => {
    const words = 'Fröhliche 🐉 und ein Ende…'
    const origin = await startServer(async (_, response) => {
      const bytes = Buffer.from(words)
      for (let start = 0; start < bytes.length; start += size) {
        response.write(bytes.subarray(start, start + size))
        await macrotask()
      }
      response.end()
    })
    expect(await (await fetch(origin)).text()).toBe(words)
  })

  it('is complete when it is large and its reader is slow', async () => {
    const size = 8 * 1024 * 1024
    const origin = await startServer((_, response) => response.end(Buffer.alloc(size, 'x')))
    const response = await fetch(origin)
    let length = 0
    for await (const piece of response.body ?? []) {
      length += piece.length
      await macrotask()
    }
    expect(length).toBe(size)
  })

  it('pauses while it is not read', async () => {
    const size = 64 * 1024 * 1024
    const origin = await startServer((_, response) => response.end(Buffer.alloc(size, 'x')))
    let seen = 0
    const response = await createNodeFetch({ findTap: () => (piece) => ((seen += piece.length), piece) })(origin)
    await response.body?.getReader().read()
    for (let turn = 0; turn < 50; turn += 1) await macrotask()
    expect(seen).toBeLessThan(1024 * 1024)
  })

  it('leaves turns to everybody else, however much comes at once from however many', async () => {
    const size = 1024 * 1024
    const words = 'data: {"word": "lantern"}\n\n'.repeat(size / 32)
    const origin = await startServer((_, response) => response.end(words))
    let passed = 0
    const tapped = createNodeFetch({ findTap: () => (slice) => ((passed += slice.length), slice) })
    const reading = [1, 2, 3].map(async () => (await tapped(origin)).text())
    let mostInTurn = 0
    const state = { isRead: false }
    const read = Promise.all(reading).finally(() => (state.isRead = true))
    while (!state.isRead) {
      const before = passed
      await macrotask()
      mostInTurn = Math.max(mostInTurn, passed - before)
    }
    expect(await read).toEqual([words, words, words])
    expect(mostInTurn).toBeLessThanOrEqual(4 * SLICE_BYTES)
  })

  it('has everything that came before the connection broke', async () => {
    const words = 'x'.repeat(48 * 1024)
    const origin = await startServer((_, response) => {
      response.write(words, () => response.destroy())
    })
    const reader = readerOf(await fetch(origin))
    let text = ''
    while (text.length < words.length) text += (await reader.read()) ?? ''
    expect(text).toBe(words)
    await expect(reader.read()).rejects.toThrow('terminated')
  })

  it('fails with the network error when it is cut off', async () => {
    const origin = await startServer((_, response) => {
      response.write('one ', () => response.destroy())
    })
    const reader = readerOf(await fetch(origin))
    expect(await reader.read()).toBe('one ')
    await expect(reader.read()).rejects.toMatchObject({ message: 'terminated', cause: { code: 'ECONNRESET' } })
  })

  it('fails when it ends before its announced length', async () => {
    const origin = await listen(
      createNetServer((socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nfive ')),
    )
    await expect((await fetch(origin)).text()).rejects.toThrow('terminated')
  })

  it('ends with the connection when no length was announced', async () => {
    const origin = await listen(createNetServer((socket) => socket.end('HTTP/1.1 200 OK\r\n\r\nwhole')))
    expect(await (await fetch(origin)).text()).toBe('whole')
  })

  it('closes the connection when its reader cancels it', async () => {
    const closed = Promise.withResolvers<unknown>()
    const origin = await startServer((request, response) => {
      closed.resolve(once(request.socket, 'close'))
      response.write('one ')
    })
    const response = await fetch(origin)
    await response.body?.cancel()
    await closed.promise
  })
})

describe('an abort', () => {
  it('before the request sends nothing', async () => {
    let requests = 0
    const origin = await startServer((_, response) => {
      requests += 1
      response.end()
    })
    await expect(fetch(origin, { signal: AbortSignal.abort(new Error('stopped')) })).rejects.toThrow('stopped')
    expect(requests).toBe(0)
  })

  it('while the provider is thinking closes the connection and rejects with its reason', async () => {
    const abort = new AbortController()
    const closed = Promise.withResolvers<unknown>()
    const origin = await startServer((request) => {
      closed.resolve(once(request.socket, 'close'))
      abort.abort(new Error('stopped'))
    })
    await expect(fetch(origin, { signal: abort.signal })).rejects.toThrow('stopped')
    await closed.promise
  })

  it('while the answer arrives closes the connection and fails the body with its reason', async () => {
    const abort = new AbortController()
    const closed = Promise.withResolvers<unknown>()
    const origin = await startServer((request, response) => {
      closed.resolve(once(request.socket, 'close'))
      response.write('one ')
    })
    const reader = readerOf(await fetch(origin, { signal: abort.signal }))
    expect(await reader.read()).toBe('one ')
    abort.abort(new Error('stopped'))
    await expect(reader.read()).rejects.toThrow('stopped')
    await closed.promise
  })

  it('has no listener left after the answer, whose connection is reused', async () => {
    const ports: (number | undefined)[] = []
    const origin = await startServer((request, response) => {
      ports.push(request.socket.remotePort)
      response.end('done')
    })
    const abort = new AbortController()
    await (await fetch(origin, { signal: abort.signal })).text()
    await macrotask()
    expect(getEventListeners(abort.signal, 'abort')).toEqual([])
    await (await fetch(origin)).text()
    expect(new Set(ports).size).toBe(1)
  })
})

/** Reads piece by piece as text; undefined at the end. */
function readerOf(response: Response) {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  return { read: async () => (await reader?.read())?.value }
}
