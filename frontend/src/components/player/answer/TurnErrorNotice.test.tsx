import { act, fireEvent, screen } from '@testing-library/react'
import { describe, expect, it, onTestFinished, vi } from 'vitest'

import { answer, turnError } from '../../../testSupport/builders.ts'
import { recordActions } from '../../../testSupport/recordActions.ts'
import { renderPage } from '../../../testSupport/renderPage.tsx'
import type { Message } from '../../../types/api.ts'
import { Answer } from './Answer.tsx'

function show(message: Message) {
  const actions = recordActions()
  renderPage(<Answer message={message} isLast actions={actions} />)
  return { actions }
}

describe('the error of an answer', () => {
  it.each([
    ['invalid-key', '/models/quill#apiKey'],
    ['model-not-found', '/models/quill#modelName'],
    ['unreachable', '/models/quill#baseUrl'],
    ['model-without-price', '/models/quill#prices'],
  ])('leads from %s to the field that fixes it', (code, href) => {
    show(answer('', { status: 'failed', modelConfigId: 'quill', error: turnError({ code, retryable: false }) }))
    expect(screen.getByRole('link', { name: 'Model settings' })).toHaveAttribute('href', href)
  })

  it('counts down to the time that the provider named, and retries then if it was asked to', () => {
    vi.useFakeTimers({ now: Date.parse('2026-06-01T12:00:00Z') })
    onTestFinished(() => void vi.useRealTimers())
    const error = turnError({ retryAfterSeconds: 12 })
    const { actions } = show(answer('', { status: 'failed', finishedAt: '2026-06-01T11:59:58Z', error }))
    act(() => {
      vi.advanceTimersByTime(4000)
    })
    fireEvent.click(screen.getByRole('button', { name: 'Retry by itself in 6 s' }))
    act(() => {
      vi.advanceTimersByTime(5000)
    })
    expect(screen.getByRole('button', { name: 'Retrying in 1 s: cancel' })).toHaveAttribute('aria-pressed', 'true')
    expect(actions.retry).not.toHaveBeenCalled()
    act(() => {
      vi.advanceTimersByTime(1000)
    })
    expect(actions.retry).toHaveBeenCalledExactlyOnceWith('answer')
    expect(screen.queryByRole('button', { name: /^Retry by itself/ })).toBeNull()
  })
})
