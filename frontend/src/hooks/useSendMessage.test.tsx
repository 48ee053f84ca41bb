import { act, renderHook } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'

import type { UserError } from '../types/userError.ts'
import { useSendMessage } from './useSendMessage.ts'

const place = { id: 'session', headId: 'opening' }
const refusal: UserError = { code: 'no-model', detail: 'Nobody can tell it.', hint: 'Choose a narrator.' }
let answer: (error: UserError | null) => void
const onSend = () =>
  new Promise<UserError | null>((resolve) => {
    answer = resolve
  })

const show = () => renderHook(() => useSendMessage(place, onSend))
/** What a reload would find in the field. */
const reloaded = () => show().result.current.draft

function send(text: string) {
  const hook = show()
  act(() => void hook.result.current.send(text))
  return hook
}

beforeEach(() => {
  answer = vi.fn()
})

describe('a message being sent', () => {
  it('leaves the field at once, and survives a reload until the server has it', async () => {
    const { result } = send('I knock.')
    expect(result.current.draft).toBe('')
    expect(reloaded()).toBe('I knock.')
    await act(async () => answer(null))
    expect(reloaded()).toBe('')
  })

  it('is kept together with a later draft', async () => {
    const { result } = send('I knock.')
    act(() => result.current.setDraft('I wait.'))
    expect(reloaded()).toBe('I knock.\nI wait.')
    await act(async () => answer(null))
    expect(reloaded()).toBe('I wait.')
  })

  it('is restored on return if it is refused after the page was left', async () => {
    send('I knock.').unmount()
    await act(async () => answer(refusal))
    expect(reloaded()).toBe('I knock.')
  })

  it('is not restored if it arrives after the page was left', async () => {
    send('I knock.').unmount()
    await act(async () => answer(null))
    expect(reloaded()).toBe('')
  })
})
