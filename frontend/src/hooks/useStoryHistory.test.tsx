import { act, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { Provider } from 'react-redux'
import { describe, expect, it, vi } from 'vitest'

import { createLiveSession } from '../live/liveSession.ts'
import { createStore } from '../store.ts'
import { message, session } from '../testSupport/builders.ts'
import { hold } from '../testSupport/hold.ts'
import { stubServer } from '../testSupport/stubServer.ts'
import { useStoryHistory } from './useStoryHistory.ts'

const path = Array.from({ length: 300 }, (_, index) =>
  message({ id: `m${index}`, parentId: index === 0 ? null : `m${index - 1}` }),
)
const GONE = { code: 'session-not-found', detail: 'Session not found.', hint: 'Choose another one.' }

/** The messages before a cursor, as the server sends them. */
function respond(url: string): Response {
  const params = new URL(url, 'http://localhost').searchParams
  const end = path.findIndex(({ id }) => id === params.get('before'))
  const data = path.slice(Math.max(0, end - Number(params.get('limit'))), end)
  return Response.json({ data, earlierCursor: data[0]?.parentId == null ? null : data[0].id })
}

function open(answer: (url: string) => Response | Promise<Response> = respond) {
  const requests = stubServer(answer)
  const store = createStore()
  const wrapper = ({ children }: { readonly children: ReactNode }) => <Provider store={store}>{children}</Provider>
  const live = createLiveSession('session', () => undefined)
  live.showStored(session({ messages: path.slice(250), earlierCursor: 'm250' }))
  const onGone = vi.fn()
  const { result } = renderHook(() => useStoryHistory('session', live, live.getView(), onGone), { wrapper })
  return { history: () => result.current, live, onGone, requests, story: () => live.getView().session }
}

describe('the history of a story', () => {
  it('loads one page at a time, however often it is asked', async () => {
    const { history, requests, story } = open()
    act(() => {
      history().loadEarlier()
      history().loadEarlier()
    })
    expect(history().isLoading).toBe(true)
    await vi.waitFor(() => expect(history().isLoading).toBe(false))
    expect(requests).toEqual(['GET /api/sessions/session/messages?before=m250&limit=40'])
    expect(story()).toMatchObject({ messages: path.slice(210), earlierCursor: 'm210' })
    await act(async () => history().loadEarlier())
    await vi.waitFor(() => expect(story()?.messages).toEqual(path.slice(170)))
  })

  it('says why it failed, and loads on the next request', async () => {
    let isDown = true
    const { history, story } = open((url) => (isDown ? Promise.reject(new TypeError('offline')) : respond(url)))
    await act(async () => history().loadEarlier())
    await vi.waitFor(() => expect(history().error?.code).toBe('server-unreachable'))
    expect(history().isLoading).toBe(false)
    isDown = false
    await act(async () => history().loadEarlier())
    await vi.waitFor(() => expect(story()?.messages).toHaveLength(90))
    expect(history().error).toBeNull()
  })

  it('loads back to a message', async () => {
    const { history, requests, story } = open()
    expect(await act(() => history().loadTo('m120'))).toBeNull()
    expect(requests).toHaveLength(2)
    expect(story()?.messages).toEqual(path.slice(50))
    expect(await act(() => history().loadTo('m280'))).toBeNull()
    expect(requests).toHaveLength(2)
  })

  it('says that a message is not part of the story', async () => {
    const { history, story } = open()
    expect(await act(() => history().loadTo('elsewhere'))).toMatchObject({ code: 'message-not-found' })
    expect(story()?.messages).toEqual(path)
  })

  it('notices a session that was deleted', async () => {
    const { history, onGone } = open(() => Response.json(GONE, { status: 404 }))
    expect(await act(() => history().loadTo('m1'))).toMatchObject({ code: 'session-not-found' })
    expect(onGone).toHaveBeenCalledOnce()
  })

  it('searches the story', async () => {
    const result = { data: [{ messageId: 'm3', role: 'narrator', excerpt: 'The gate', position: 4 }], more: false }
    const { history, requests } = open(() => Response.json(result))
    const { signal } = new AbortController()
    expect(await act(() => history().search('the gate', signal))).toEqual({ kind: 'found', result })
    expect(requests).toEqual(['GET /api/sessions/session/search?q=the+gate&limit=30'])
  })

  it('gives up a search that is no longer needed', async () => {
    const { history } = open(() => hold<Response>().promise)
    const needed = new AbortController()
    const answer = act(() => history().search('the gate', needed.signal))
    needed.abort()
    expect(await answer).toMatchObject({ kind: 'failed' })
  })
})
