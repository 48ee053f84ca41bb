import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { answer, playerMessage, session, snapshot } from '../testSupport/builders.ts'
import type { LiveEvent } from '../types/api.ts'
import { createLiveSession } from './liveSession.ts'
import type { OpenStream, StreamHandlers } from './openEventSource.ts'

let stream: StreamHandlers
const close = vi.fn()
const onTold = vi.fn()
const open: OpenStream = (_, handlers) => {
  stream = handlers
  return { close }
}
const send = (event: LiveEvent) => stream.onLine(JSON.stringify(event))

const answering = session({ messages: [answer('', { status: 'streaming' })] })
const word = (text: string): LiveEvent => ({ type: 'part-delta', messageId: 'answer', partId: 'text', text })

beforeEach(() => {
  close.mockClear()
  onTold.mockClear()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'cancelAnimationFrame'] })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a live session', () => {
  it('shows the first delta of a frame at once and the others with the next frame', () => {
    const live = createLiveSession('session', onTold, open)
    const rendered = vi.fn()
    const unsubscribe = live.subscribe(rendered)
    send(snapshot(answering))
    vi.advanceTimersToNextFrame()
    rendered.mockClear()

    send(word('The '))
    expect(rendered).toHaveBeenCalledTimes(1)
    send(word('gate '))
    send(word('is warm.'))
    expect(rendered).toHaveBeenCalledTimes(1)
    vi.advanceTimersToNextFrame()
    expect(rendered).toHaveBeenCalledTimes(2)
    expect(live.getView().session?.messages[0]?.parts).toEqual([
      { id: 'text', type: 'text', text: 'The gate is warm.' },
    ])
    unsubscribe()
  })

  it('hides a disconnection of under two seconds', () => {
    const live = createLiveSession('session', onTold, open)
    const unsubscribe = live.subscribe(() => undefined)
    stream.onError()
    vi.advanceTimersByTime(1500)
    stream.onOpen()
    vi.advanceTimersByTime(10_000)
    expect(live.getView().isAway).toBe(false)
    unsubscribe()
  })

  it('reports a longer disconnection until it is over, and keeps its content', () => {
    const live = createLiveSession('session', onTold, open)
    const unsubscribe = live.subscribe(() => undefined)
    send(snapshot(answering))
    for (let second = 0; second < 3; second++) {
      stream.onError()
      vi.advanceTimersByTime(1000)
    }
    expect(live.getView()).toEqual({ session: answering, isLost: true, isAway: true })
    stream.onOpen()
    vi.advanceTimersToNextFrame()
    expect(live.getView()).toEqual({ session: answering, isLost: false, isAway: false })
    unsubscribe()
  })

  it('reports the end of an answer, and does not render for a heartbeat', () => {
    const live = createLiveSession('session', onTold, open)
    const rendered = vi.fn()
    const unsubscribe = live.subscribe(rendered)
    send(snapshot(answering))
    vi.advanceTimersToNextFrame()
    rendered.mockClear()
    send({ type: 'heartbeat' })
    vi.advanceTimersToNextFrame()
    expect(rendered).not.toHaveBeenCalled()
    expect(onTold).not.toHaveBeenCalled()
    send({ type: 'message-end', message: answer('The gate is warm.'), suggestions: [] })
    expect(onTold).toHaveBeenCalledOnce()
    unsubscribe()
  })

  it('asks for a new snapshot when a message follows one that is not loaded', () => {
    const live = createLiveSession('session', onTold, open)
    const unsubscribe = live.subscribe(() => undefined)
    const late = session({ messages: [answer('Late.', { id: 'late', parentId: 'edited' })], earlierCursor: 'late' })
    send(snapshot(late))
    const first = stream
    const edited = playerMessage('Something else.', { id: 'other', parentId: 'far-back' })
    send({ type: 'message-start', message: edited })
    expect(close).toHaveBeenCalledOnce()
    expect(stream).not.toBe(first)
    expect(live.getView().session).toEqual(late)
    const other = session({ messages: [edited], earlierCursor: 'other' })
    send(snapshot(other))
    vi.advanceTimersToNextFrame()
    expect(live.getView()).toEqual({ session: other, isLost: false, isAway: false })
    unsubscribe()
  })

  it('shows earlier messages at once, and keeps them when the stream returns', () => {
    const live = createLiveSession('session', onTold, open)
    const unsubscribe = live.subscribe(() => undefined)
    const opening = answer('You stand on the lawn.', { id: 'opening' })
    const knock = playerMessage('I knock.', { id: 'knock', parentId: 'opening' })
    const later = session({ messages: [knock], earlierCursor: 'knock' })
    send(snapshot(later))
    live.showEarlier('knock', { data: [opening], earlierCursor: null })
    const whole = { ...later, messages: [opening, knock], earlierCursor: null }
    expect(live.getView().session).toEqual(whole)
    stream.onError()
    vi.advanceTimersByTime(1000)
    send(snapshot(later))
    vi.advanceTimersToNextFrame()
    expect(live.getView().session).toEqual(whole)
    unsubscribe()
  })

  it('shows a requested session only until the stream brings one', () => {
    const live = createLiveSession('session', onTold, open)
    const unsubscribe = live.subscribe(() => undefined)
    live.showStored(session({ title: 'Requested' }))
    expect(live.getView().session?.title).toBe('Requested')
    send(snapshot(session({ title: 'Streamed' })))
    live.showStored(session({ title: 'Requested' }))
    vi.advanceTimersToNextFrame()
    expect(live.getView().session?.title).toBe('Streamed')
    unsubscribe()
  })

  it('closes the connection with its last listener', () => {
    const live = createLiveSession('session', onTold, open)
    const first = live.subscribe(() => undefined)
    const second = live.subscribe(() => undefined)
    first()
    expect(close).not.toHaveBeenCalled()
    second()
    expect(close).toHaveBeenCalled()
  })
})
