import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { connectLive } from './connectLive.ts'
import type { OpenStream, StreamHandlers } from './openEventSource.ts'

interface FakeStream extends StreamHandlers {
  readonly close: () => void
}

const opened: FakeStream[] = []
const open: OpenStream = (_, handlers) => {
  const stream = { ...handlers, close: vi.fn() }
  opened.push(stream)
  return stream
}
const listener = { onEvent: vi.fn(), onOpen: vi.fn(), onLost: vi.fn() }

beforeEach(() => {
  opened.length = 0
  vi.clearAllMocks()
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('connectLive', () => {
  it('passes on known events, and ignores others', () => {
    const close = connectLive('/events', listener, open)
    opened[0]?.onLine('{"type":"session","title":"My walk","modelConfig":null}')
    opened[0]?.onLine('{"type":"fireworks"}')
    expect(listener.onEvent.mock.calls).toEqual([[{ type: 'session', title: 'My walk', modelConfig: null }]])
    close()
  })

  it('reconnects within two seconds, however often it fails', () => {
    const close = connectLive('/events', listener, open)
    for (let attempt = 1; attempt <= 6; attempt++) {
      opened.at(-1)?.onError()
      vi.advanceTimersByTime(2000)
      expect(opened).toHaveLength(attempt + 1)
    }
    expect(listener.onLost).toHaveBeenCalledTimes(6)
    close()
  })

  it('reconnects at once when the browser is online again', () => {
    const close = connectLive('/events', listener, open)
    opened[0]?.onError()
    window.dispatchEvent(new Event('online'))
    expect(opened).toHaveLength(2)
    vi.advanceTimersByTime(10_000)
    expect(opened).toHaveLength(2)
    close()
  })

  it('replaces an idle connection, and keeps one with a heartbeat', () => {
    const close = connectLive('/events', listener, open)
    opened[0]?.onOpen()
    for (let beat = 0; beat < 4; beat++) {
      vi.advanceTimersByTime(15_000)
      opened[0]?.onLine('{"type":"heartbeat"}')
    }
    expect(listener.onLost).not.toHaveBeenCalled()
    vi.advanceTimersByTime(36_000)
    expect(listener.onLost).toHaveBeenCalledOnce()
    expect(opened[0]?.close).toHaveBeenCalled()
    expect(opened).toHaveLength(2)
    close()
  })

  it('gives up on a connection that never opens', () => {
    const close = connectLive('/events', listener, open)
    vi.advanceTimersByTime(36_000)
    expect(opened).toHaveLength(2)
    close()
  })

  it('stops listening when it is closed', () => {
    const close = connectLive('/events', listener, open)
    opened[0]?.onError()
    close()
    vi.advanceTimersByTime(100_000)
    expect(opened).toHaveLength(1)
    expect(opened[0]?.close).toHaveBeenCalled()
  })
})
