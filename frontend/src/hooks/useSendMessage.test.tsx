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

describe('words on their way', () => {
  it('leave the field at once, and survive a reload until the server has them', async () => {
    const { result } = send('I knock.')
    expect(result.current.draft).toBe('')
    expect(reloaded()).toBe('I knock.')
    await act(async () => answer(null))
    expect(reloaded()).toBe('')
  })

  it('are kept together with what is written after them', async () => {
    const { result } = send('I knock.')
    act(() => result.current.setDraft('I wait.'))
    expect(reloaded()).toBe('I knock.\nI wait.')
    await act(async () => answer(null))
    expect(reloaded()).toBe('I wait.')
  })

  it('wait for whoever comes back when they are refused after the page was left', async () => {
    send('I knock.').unmount()
    await act(async () => answer(refusal))
    expect(reloaded()).toBe('I knock.')
  })

  it('do not come back when they arrive after the page was left', async () => {
    send('I knock.').unmount()
    await act(async () => answer(null))
    expect(reloaded()).toBe('')
  })
})
