import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { readText } from '../../../src/models/transport/boundedBody.ts'
import { LIMITS } from '../../../src/models/transport/limits.ts'
import { createNodeFetch } from '../../../src/models/transport/nodeFetch.ts'
import { startServer } from './startServer.ts'

const fetch = createNodeFetch()
const PIECE = Buffer.alloc(1024 * 1024, 'x')

function* pieces(): Generator<Buffer> {
  for (;;) yield PIECE
}

/** Sends without end, as fast as it is read. */
const flood = (response: ServerResponse): Promise<void> => pipeline(Readable.from(pieces()), response).catch(() => {})

describe('a body without end', () => {
  it('is not read further than text is wanted, and its connection is closed', async () => {
    const closed = Promise.withResolvers<unknown>()
    const origin = await startServer((request, response) => {
      request.socket.once('close', closed.resolve)
      void flood(response)
    })
    const response = await fetch(origin)
    await expect(readText(response, LIMITS.listBytes, 'The list')).rejects.toMatchObject({ code: 'response-too-large' })
    await closed.promise
  })

  it('is given up by itself', async () => {
    const origin = await startServer((_, response) => void flood(response))
    const response = await fetch(origin)
    let size = 0
    const read = async (): Promise<void> => {
      for await (const piece of response.body ?? []) size += piece.length
    }
    await expect(read()).rejects.toMatchObject({ code: 'response-too-large' })
    expect(size).toBeLessThanOrEqual(LIMITS.answerBytes)
  })

  it('of an error is cut', async () => {
    const closed = Promise.withResolvers<unknown>()
    const origin = await startServer((request, response) => {
      request.socket.once('close', closed.resolve)
      response.writeHead(500)
      void flood(response)
    })
    expect(await (await fetch(origin)).text()).toBe('x'.repeat(LIMITS.errorBytes))
    await closed.promise
  })
})

describe('a body that drips', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('is given up at last', async () => {
    const origin = await startServer((_, response) => response.write('x'))
    const reader = (await createNodeFetch({ limits: { idle: 10_000 } })(origin)).body?.getReader()
    await reader?.read()
    vi.advanceTimersByTime(3_600_000)
    await expect(reader?.read()).rejects.toMatchObject({ code: 'timeout', phase: 'total', seconds: 3600 })
  })

  it('of an error counts as far as it came', async () => {
    const origin = await startServer((_, response) => response.writeHead(502).write('Bad gate'))
    const response = await fetch(origin)
    const text = response.text()
    vi.advanceTimersByTime(LIMITS.errorSeconds * 1000)
    expect(await text).toBe('Bad gate')
  })
})

describe('a text', () => {
  it('is read whole up to its limit', async () => {
    const origin = await startServer((_, response) => response.end('Fröhlich'))
    expect(await readText(await fetch(origin), 9, 'The text')).toBe('Fröhlich')
  })
})
