import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { streamGamebookCheck } from './streamGamebookCheck.ts'

const PROGRESS = { states: 1, share: null, text: '1 state' }

/** A server whose answer never ends by itself, and the signals of the requests. */
function silentServer() {
  const signals: AbortSignal[] = []
  const streams: ReadableStreamDefaultController<Uint8Array>[] = []
  vi.stubGlobal(
    'Request',
    class extends Request {
      constructor(path: string, init?: RequestInit) {
        super(new URL(path, 'http://localhost'), init)
      }
    },
  )
  vi.stubGlobal('fetch', async ({ signal }: Request) => {
    signals.push(signal)
    return new Response(
      new ReadableStream<Uint8Array>({
        start(stream) {
          streams.push(stream)
          signal.addEventListener('abort', () => stream.error(signal.reason))
        },
      }),
    )
  })
  const send = (line: unknown): void => streams.at(-1)?.enqueue(new TextEncoder().encode(`${JSON.stringify(line)}\n`))
  return { signals, send }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('gives up a connection that is silent for too long, but not one that is slow', async () => {
  const { signals, send } = silentServer()
  const onProgress = vi.fn()
  const check = streamGamebookCheck('my/trap', onProgress, new AbortController().signal)
  await vi.advanceTimersByTimeAsync(15_000)
  send(PROGRESS)
  await vi.advanceTimersByTimeAsync(15_000)
  expect(onProgress).toHaveBeenCalledExactlyOnceWith(PROGRESS)
  expect(signals[0]?.aborted).toBe(false)
  await vi.advanceTimersByTimeAsync(5000)
  expect(await check).toMatchObject({ error: { code: 'check-interrupted' } })
  expect(signals[0]?.aborted).toBe(true)
  expect(vi.getTimerCount()).toBe(0)
})

it('says that the server can not be reached if there was no answer at all', async () => {
  silentServer()
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  const check = await streamGamebookCheck('my/trap', vi.fn(), new AbortController().signal)
  expect(check).toMatchObject({ error: { code: 'server-unreachable' } })
})

it('closes the connection when the check is canceled', async () => {
  const { signals } = silentServer()
  const canceled = new AbortController()
  const check = streamGamebookCheck('my/trap', vi.fn(), canceled.signal)
  canceled.abort()
  await check
  expect(signals[0]?.aborted).toBe(true)
  expect(vi.getTimerCount()).toBe(0)
})
