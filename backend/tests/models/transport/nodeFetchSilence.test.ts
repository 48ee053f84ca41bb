import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { createServer as createNetServer } from 'node:net'
import { setImmediate as macrotask } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { createNodeFetch } from '../../../src/models/transport/nodeFetch.ts'
import { listen, startServer } from './startServer.ts'

const fetch = createNodeFetch({ limits: { connect: 10, 'first-byte': 600, idle: 120 } })

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})
const pass = (seconds: number): unknown => vi.advanceTimersByTime(seconds * 1000)

it('gives up a connection that is never made', async () => {
  const origin = await listen(createNetServer(() => pass(11)))
  await expect(fetch(origin.replace('http:', 'https:'))).rejects.toMatchObject({
    name: 'ProviderTimeoutError',
    code: 'timeout',
    phase: 'connect',
    seconds: 10,
  })
})

it('gives up an answer that never begins, and closes the connection', async () => {
  const closed = Promise.withResolvers<unknown>()
  const origin = await startServer((request) => {
    closed.resolve(once(request.socket, 'close'))
    pass(601)
  })
  await expect(fetch(origin)).rejects.toMatchObject({ code: 'timeout', phase: 'first-byte', seconds: 600 })
  await closed.promise
})

it('gives up an answer with headers only', async () => {
  const origin = await startServer((_, response) => response.flushHeaders())
  const response = await fetch(origin)
  pass(601)
  await expect(response.text()).rejects.toMatchObject({ code: 'timeout', phase: 'first-byte' })
})

it('gives up an answer that stops in the middle, and closes the connection', async () => {
  const closed = Promise.withResolvers<unknown>()
  const origin = await startServer((request, response) => {
    closed.resolve(once(request.socket, 'close'))
    response.write('one ')
  })
  const reader = (await fetch(origin)).body?.getReader()
  await reader?.read()
  pass(121)
  await expect(reader?.read()).rejects.toMatchObject({ code: 'timeout', phase: 'idle', seconds: 120 })
  await closed.promise
})

it('accepts an answer longer than any limit while data arrives', async () => {
  const responses: ServerResponse[] = []
  const origin = await startServer((_, response) => {
    responses.push(response)
    response.write('word ')
  })
  const reader = (await fetch(origin)).body?.getReader()
  for (let word = 0; word < 10; word += 1) {
    await reader?.read()
    pass(100)
    responses[0]?.write('word ')
  }
  responses[0]?.end()
  expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('word ')
})

it('does not count the time in which the body is not read', async () => {
  const size = 32 * 1024 * 1024
  const origin = await startServer((_, response) => response.end(Buffer.alloc(size, 'x')))
  const response = await fetch(origin)
  for (let turn = 0; turn < 50; turn += 1) await macrotask()
  pass(1000)
  expect((await response.arrayBuffer()).byteLength).toBe(size)
})
