import { act, renderHook } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'

import { answer, playerMessage, session } from '../testSupport/builders.ts'
import type { SessionDetail } from '../types/api.ts'
import type { UserError } from '../types/userError.ts'
import { useSendMessage } from './useSendMessage.ts'

const place = session({ messages: [answer('You stand on the lawn.', { id: 'opening' })] })
const refusal: UserError = { code: 'no-model', detail: 'Nobody can tell it.', hint: 'Choose a narrator.' }
let reply: (error: UserError | null) => void
const onChoose = vi.fn(() => Promise.resolve(null))
const onSend = vi.fn(
  () =>
    new Promise<UserError | null>((resolve) => {
      reply = resolve
    }),
)

const show = () =>
  renderHook((shown: SessionDetail) => useSendMessage(shown, false, { send: onSend, choose: onChoose }), {
    initialProps: place,
  })
/** What a reload would find in the field. */
const reloaded = () => show().result.current.draft

function send(text: string) {
  const hook = show()
  act(() => void hook.result.current.send(text))
  return hook
}

beforeEach(() => {
  reply = vi.fn()
  onSend.mockClear()
})

describe('a message being sent', () => {
  it('leaves the field at once, and survives a reload until the server has it', async () => {
    const { result } = send('I knock.')
    expect(result.current.draft).toBe('')
    expect(reloaded()).toBe('I knock.')
    await act(async () => reply(null))
    expect(reloaded()).toBe('')
  })

  it('is kept together with a later draft', async () => {
    const { result } = send('I knock.')
    act(() => result.current.setDraft('I wait.'))
    expect(reloaded()).toBe('I knock.\nI wait.')
    await act(async () => reply(null))
    expect(reloaded()).toBe('I wait.')
  })

  it('is restored on return if it is refused after the page was left', async () => {
    send('I knock.').unmount()
    await act(async () => reply(refusal))
    expect(reloaded()).toBe('I knock.')
  })

  it('is not restored if it arrives after the page was left', async () => {
    send('I knock.').unmount()
    await act(async () => reply(null))
    expect(reloaded()).toBe('')
  })
})

const REFUSALS: readonly UserError[] = [
  'server-unreachable',
  'turn-running',
  'session-ended',
  'too-large',
  'invalid-input',
  'too-many-requests',
  'internal-error',
  'disk-full',
  'unreadable-answer',
].map((code) => ({ code, detail: 'Not sent.', hint: 'Try again.' }))

describe('a message that is refused', () => {
  it.each(REFUSALS)('is in the field again: $code', async (error) => {
    const { result } = send('I knock.')
    await act(async () => reply(error))
    expect(result.current.draft).toBe('I knock.')
    expect(result.current.pendingText).toBeNull()
    expect(result.current.error).toBe(error)
    expect(reloaded()).toBe('I knock.')
  })

  it('stands before what was typed meanwhile', async () => {
    const { result } = send('I knock.')
    act(() => result.current.setDraft('I wait.'))
    await act(async () => reply(refusal))
    expect(result.current.draft).toBe('I knock.\nI wait.')
  })

  it('is no longer an error when it is changed', async () => {
    const { result } = send('I knock.')
    await act(async () => reply(refusal))
    act(() => result.current.setDraft('I knock twice.'))
    expect(result.current.error).toBeNull()
  })

  it('leaves the field when it turns out that only the response was lost', async () => {
    const { result, rerender } = send('I knock.')
    await act(async () => reply({ code: 'server-unreachable', detail: 'Can’t reach the server.', hint: 'Try again.' }))
    act(() => result.current.setDraft('I knock.\nI wait.'))
    const arrived = playerMessage('I knock.', { id: 'knock', parentId: 'opening' })
    rerender(session({ messages: [...place.messages, arrived] }))
    expect(result.current.draft).toBe('I wait.')
    expect(result.current.error).toBeNull()
    expect(reloaded()).toBe('I wait.')
  })
})

it('sends once however often it is asked to in the same moment', async () => {
  const { result } = show()
  act(() => {
    void result.current.send('I knock.')
    void result.current.send('I knock.')
  })
  expect(onSend).toHaveBeenCalledTimes(1)
  await act(async () => reply(null))
})
