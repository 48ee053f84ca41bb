import { act, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { Provider } from 'react-redux'
import { describe, expect, it, vi } from 'vitest'

import type { PlayerActions } from '../components/player/playerActions.ts'
import { createStore } from '../store.ts'
import { session } from '../testSupport/builders.ts'
import { hold } from '../testSupport/hold.ts'
import { stubServer } from '../testSupport/stubServer.ts'
import { usePlayerActions } from './usePlayerActions.ts'

const REFUSAL = { code: 'turn-running', detail: 'The narrator is still answering.', hint: 'Stop it first.' }
const TOO_LONG = { code: 'invalid-input', detail: 'The text is too long.', hint: 'Shorten it.' }

function show() {
  const store = createStore()
  const wrapper = ({ children }: { readonly children: ReactNode }) => <Provider store={store}>{children}</Provider>
  const onGone = vi.fn()
  const onMoved = vi.fn()
  const connection = { session: session(), isLost: false, onGone, onMoved }
  return { ...renderHook(() => usePlayerActions('session', connection), { wrapper }), onGone, onMoved }
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

  describe('while the model is being switched', () => {
    const SWITCH = 'PATCH /api/sessions/session'
    const asks: readonly (readonly [string, string, (actions: PlayerActions) => unknown])[] = [
      ['a message', 'POST /api/sessions/session/messages', ({ send }) => send('I knock.')],
      ['an edit', 'POST /api/sessions/session/messages/words/edit', ({ edit }) => edit('words', 'I knock.')],
      ['another answer', 'POST /api/sessions/session/messages/words/retry', ({ retry }) => retry('words')],
      ['a new opening', 'POST /api/sessions/session/restart', ({ restart }) => restart()],
    ]

    it.each(asks)('wait with %s until the switch is done', async (_, request, ask) => {
      const switched = hold<Response>()
      const requests = stubServer((path) => (path.includes('/session/') ? Response.json({}) : switched.promise))
      const { result } = show()
      await act(async () => {
        void result.current.actions.chooseModel('other')
        ask(result.current.actions)
        await vi.waitFor(() => expect(requests).toEqual([SWITCH]))
        await new Promise((resolve) => setTimeout(resolve, 20))
      })
      expect(requests).toEqual([SWITCH])
      expect(result.current.isSwitching).toBe(true)
      await act(async () => switched.release(Response.json({})))
      await vi.waitFor(() => expect(requests).toEqual([SWITCH, request]))
      expect(result.current.isSwitching).toBe(false)
    })

    it.each(asks)('do not send %s if the switch fails, and say so', async (_, __, ask) => {
      const switched = hold<Response>()
      const requests = stubServer(() => switched.promise.then((answer) => answer.clone()))
      const { result } = show()
      let outcome: unknown
      await act(async () => {
        void result.current.actions.chooseModel('other')
        outcome = ask(result.current.actions)
        switched.release(Response.json(REFUSAL, { status: 409 }))
        await outcome
      })
      const error = (await outcome) ?? result.current.error
      expect(requests).toEqual([SWITCH])
      expect(error).toMatchObject({
        hint: REFUSAL.hint,
        detail: expect.stringMatching(/^Nothing was sent.*still answering/),
      })
    })

    it('switch once more only after the first switch', async () => {
      const first = hold<Response>()
      const requests = stubServer(() => (requests.length === 1 ? first.promise : Response.json({})))
      const { result } = show()
      await act(async () => {
        void result.current.actions.chooseModel('one')
        void result.current.actions.chooseModel('two')
        await vi.waitFor(() => expect(requests).toHaveLength(1))
        await new Promise((resolve) => setTimeout(resolve, 20))
      })
      expect(requests).toEqual([SWITCH])
      await act(async () => first.release(Response.json({})))
      await vi.waitFor(() => expect(requests).toEqual([SWITCH, SWITCH]))
    })

    it('send at once after a switch that failed before', async () => {
      const requests = stubServer((path) =>
        Response.json(path.includes('/session/') ? {} : REFUSAL, { status: path.includes('/session/') ? 202 : 409 }),
      )
      const { result } = show()
      await act(() => result.current.actions.chooseModel('other'))
      expect(await act(() => result.current.actions.send('I knock.'))).toBeNull()
      expect(requests).toHaveLength(2)
    })
  })
})
