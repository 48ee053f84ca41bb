import { act, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { Provider } from 'react-redux'
import { describe, expect, it, vi } from 'vitest'

import type { PlayerActions } from '../components/player/playerActions.ts'
import { createStore } from '../store.ts'
import { session } from '../testSupport/builders.ts'
import { stubServer } from '../testSupport/stubServer.ts'
import { usePlayerActions } from './usePlayerActions.ts'

const REFUSAL = { code: 'turn-running', detail: 'The narrator is still answering.', hint: 'Stop it first.' }
const TOO_LONG = { code: 'invalid-input', detail: 'The text is too long.', hint: 'Shorten it.' }

function show() {
  const store = createStore()
  const wrapper = ({ children }: { readonly children: ReactNode }) => <Provider store={store}>{children}</Provider>
  const onGone = vi.fn()
  const connection = { session: session(), isLost: false, onGone }
  return { ...renderHook(() => usePlayerActions('session', connection), { wrapper }), onGone }
}

describe("the player's actions", () => {
  it.each<[string, string, (actions: PlayerActions) => void]>([
    ['another answer', 'POST /api/sessions/session/messages/words/retry', ({ retry }) => retry('words')],
    ['another narrator', 'PATCH /api/sessions/session', ({ chooseModel }) => chooseModel('other')],
  ])('report a failed request for %s', async (_, request, ask) => {
    const requests = stubServer(() => Response.json(REFUSAL, { status: 409 }))
    const { result } = show()
    act(() => {
      ask(result.current.actions)
    })
    await vi.waitFor(() => expect(result.current.error).toEqual(REFUSAL))
    expect(requests).toEqual([request])
  })

  it('return the server’s reason for a rejected message', async () => {
    stubServer(() => Response.json(TOO_LONG, { status: 422 }))
    const { result } = show()
    expect(await act(() => result.current.actions.send('I knock.'))).toEqual(TOO_LONG)
  })

  it.each<[string, (actions: PlayerActions) => unknown]>([
    ['send', ({ send }) => send('I knock.')],
    ['edit', ({ edit }) => edit('words', 'I knock.')],
    ['retry', ({ retry }) => retry('words')],
    ['fork', ({ fork }) => fork('words')],
    ['start over', ({ restart }) => restart()],
    ['stop', ({ stop }) => stop()],
  ])('%s once by a double click', async (_, perform) => {
    const requests = stubServer(() => Response.json(REFUSAL, { status: 409 }))
    const { result } = show()
    await act(async () => {
      perform(result.current.actions)
      perform(result.current.actions)
      await vi.waitFor(() => expect(requests).not.toEqual([]))
    })
    expect(requests).toHaveLength(1)
  })

  it('report that the session was deleted', async () => {
    stubServer(() => Response.json({ ...REFUSAL, code: 'session-not-found' }, { status: 404 }))
    const { result, onGone } = show()
    await act(() => result.current.actions.send('I knock.'))
    expect(onGone).toHaveBeenCalledOnce()
  })
})
