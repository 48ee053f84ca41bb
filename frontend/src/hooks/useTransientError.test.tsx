import { act, renderHook } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { answer, session } from '../testSupport/builders.ts'
import { type Situation, useTransientError } from './useTransientError.ts'

const opening = answer('You stand on the lawn.', { id: 'opening' })
const running = session({ messages: [answer('', { id: 'opening', status: 'streaming' })] })
const idle = session({ messages: [opening] })
const moved = session({ messages: [opening, answer('The gate is warm.', { id: 'warm', parentId: 'opening' })] })
const quill = session({
  messages: [opening],
  modelConfig: { id: 'quill', name: 'Quill', provider: 'openai', fallback: false },
})

interface Shown {
  readonly situation: Situation
  readonly isLost: boolean
}

function show(code: string, initialProps: Shown) {
  const hook = renderHook(({ situation, isLost }: Shown) => useTransientError(situation, isLost), { initialProps })
  act(() => hook.result.current[1]({ code, detail: 'Not done.', hint: 'Try again.' }))
  return {
    change: (to: Partial<Shown>) => hook.rerender({ ...initialProps, ...to }),
    code: () => hook.result.current[0]?.code ?? null,
  }
}

describe('an error of an action', () => {
  it.each<[string, Situation, Partial<Shown>, Partial<Shown>]>([
    ['turn-running', running, { isLost: true }, { situation: idle }],
    ['no-model', idle, { situation: moved }, { situation: quill }],
    ['model-config-not-found', idle, { situation: moved }, { situation: quill }],
    ['session-ended', idle, { situation: quill }, { situation: moved }],
    ['disk-full', idle, { isLost: true }, { situation: moved }],
  ])('%s ends with its cause and not before', (code, situation, otherwise, ended) => {
    const error = show(code, { situation, isLost: false })
    expect(error.code()).toBe(code)
    error.change(otherwise)
    expect(error.code()).toBe(code)
    error.change(ended)
    expect(error.code()).toBeNull()
    error.change({})
    expect(error.code()).toBeNull()
  })

  it('server-unreachable ends when the connection is back', () => {
    const error = show('server-unreachable', { situation: idle, isLost: false })
    error.change({ isLost: true })
    expect(error.code()).toBe('server-unreachable')
    error.change({ isLost: false })
    expect(error.code()).toBeNull()
  })

  it('server-unreachable ends when the browser is online again', () => {
    const error = show('server-unreachable', { situation: idle, isLost: false })
    act(() => void window.dispatchEvent(new Event('online')))
    expect(error.code()).toBeNull()
  })
})
