import { act, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { Provider } from 'react-redux'
import { expect, it, vi } from 'vitest'

import { useGetGamebookQuery } from '../services/gamebook.ts'
import { useGetSessionsQuery } from '../services/session.ts'
import { createStore } from '../store.ts'
import { answer, gamebook, session, snapshot } from '../testSupport/builders.ts'
import { stubServer } from '../testSupport/stubServer.ts'
import type { LiveEvent } from '../types/api.ts'
import { useLiveSession } from './useLiveSession.ts'

let say: (event: LiveEvent) => void
class ToldEventSource {
  onmessage: (message: { data: string }) => void = () => undefined
  close = vi.fn()
  constructor() {
    say = (event) => this.onmessage({ data: JSON.stringify(event) })
  }
}

it('refreshes the lists of sessions and endings when an answer ends', async () => {
  const requests = stubServer((path) =>
    Response.json(path.startsWith('/api/gamebooks') ? gamebook() : { data: [], count: 0, nextCursor: null }),
  )
  vi.stubGlobal('EventSource', ToldEventSource)
  const store = createStore()
  const wrapper = ({ children }: { readonly children: ReactNode }) => <Provider store={store}>{children}</Provider>
  const { result } = renderHook(
    () => {
      const lists = [useGetSessionsQuery({ limit: 8 }), useGetGamebookQuery('example/garden-gate')]
      return { live: useLiveSession('session', false), isLoaded: lists.every(({ isSuccess }) => isSuccess) }
    },
    { wrapper },
  )
  await vi.waitFor(() => expect(result.current.isLoaded).toBe(true))
  const asked = ['GET /api/gamebooks/example/garden-gate', 'GET /api/sessions?limit=8']
  expect(requests.sort()).toEqual(asked)

  act(() => say(snapshot(session({ messages: [answer('', { status: 'streaming' })] }))))
  expect(requests).toHaveLength(2)
  act(() => say({ type: 'message-end', message: answer('The gate is warm.'), suggestions: [] }))
  await vi.waitFor(() => expect(requests).toHaveLength(4))
  expect(requests.slice(2).sort()).toEqual(asked)
})
