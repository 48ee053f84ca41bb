import { act, cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, onTestFinished, vi } from 'vitest'

import { answer, message, receipt, receiptEntry, textPart, turnError } from '../../../testSupport/builders.ts'
import { findAccessibilityViolations } from '../../../testSupport/findAccessibilityViolations.ts'
import { recordActions } from '../../../testSupport/recordActions.ts'
import { renderPage } from '../../../testSupport/renderPage.tsx'
import { preferencesStore } from '../../../theme/preferencesStore.ts'
import type { Message } from '../../../types/api.ts'
import { HoldsAnswers } from '../holdsAnswers.ts'
import { Answer } from './Answer.tsx'

const llama = {
  configName: 'Llama at home',
  provider: 'openai-compatible',
  requestedModel: 'llama',
  answeringModel: 'llama-4',
  host: '127.0.0.1:11434',
  parameters: {},
}

function show(shown: Message, isLast = true) {
  const actions = recordActions()
  const { container } = renderPage(<Answer message={shown} isLast={isLast} actions={actions} />)
  return { actions, container, user: userEvent.setup() }
}

describe('an answer', () => {
  it('shows the text and its narrator, and says that the built-in one is not an AI', async () => {
    const { container } = show(answer('The gate is warm.', { usage: { inputTokens: 80, outputTokens: 4 } }))
    expect(screen.getByText('The gate is warm.')).toBeVisible()
    expect(screen.getByText('Built-in narrator · no AI')).toBeVisible()
    expect(screen.getByText('2.4 s')).toBeInTheDocument()
    expect(screen.getByText('80 in, 4 out')).toBeInTheDocument()
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it('shows the tokens that the provider reported, and nothing for the others', () => {
    const details = { reasoningTokens: 12, cachedInputTokens: 900, cacheWriteTokens: 0 }
    show(answer('Warm.', { model: llama, usage: { inputTokens: null, outputTokens: 40, ...details } }))
    expect(screen.getByText('40 out, 12 for thinking, 900 from the cache')).toBeInTheDocument()
    cleanup()
    show(answer('Warm.', { model: llama, usage: { inputTokens: null, outputTokens: null } }))
    expect(screen.queryByText('Tokens')).toBeNull()
  })

  it('names the model and the host of another narrator', () => {
    show(answer('The gate is warm.', { model: llama }))
    expect(screen.getByText('Llama at home')).toBeVisible()
    expect(screen.getByText('llama-4 (requested: llama)')).toBeInTheDocument()
    expect(screen.getByText('127.0.0.1:11434')).toBeInTheDocument()
  })

  it('collapses the reasoning, with its duration', () => {
    const thinking = { id: 't', type: 'thinking', text: 'She will notice.', durationMs: 4200 } as const
    show(message({ parts: [thinking] }))
    expect(screen.getByText('Thought for 4 s')).toBeVisible()
    expect(screen.getByText('She will notice.').closest('details')).not.toHaveAttribute('open')
  })

  it('shows text that was taken back in the details only, with the reason, and without a secret', () => {
    const refused = { ...textPart('The gate opens.', 'a'), withdrawn: 'refused-call' } as const
    const secret = { ...textPart('She is the keeper.', 'b'), withdrawn: 'secret' } as const
    show(message({ parts: [refused, secret, textPart('The gate is shut.', 'c')] }))
    expect(screen.getByText('The gate is shut.').closest('details')).toBeNull()
    expect(screen.getByText('The gate opens.').closest('details')).not.toBeNull()
    expect(screen.getByText('Withdrawn: the engine refused it')).toBeInTheDocument()
    expect(screen.queryByText('She is the keeper.')).toBeNull()
  })

  it('shows a call in which the model made a mistake in the details only', () => {
    const result = { result: 'error', code: 'unknown-name', message: 'It names nothing here.', valid: ['lamp'] }
    const call = { id: 'a', type: 'tool-call', toolName: 'take', input: {}, result, receiptId: null } as const
    const early = { ...call, id: 'b', toolName: 'go_to', result: { ...result, code: 'no-calls-now' } }
    const { container } = show(message({ parts: [early, call, textPart('Nothing is there.', 'c')] }))
    const line = screen.getByText(/called .*take.* with something that is not there/)
    expect(line.closest('details')).not.toBeNull()
    expect(screen.getByText(/called .*go_to.* when it had to write/)).toBeInTheDocument()
    expect(container).not.toHaveTextContent('It names nothing here.')
  })

  it('offers no retry in the notice of an answer that the server saves later', () => {
    const error = turnError({ code: 'not-stored', detail: "This answer isn't saved yet.", retryable: false })
    show(answer('The gate is warm.', { status: 'interrupted', error }))
    expect(within(screen.getByRole('alert')).queryByRole('button')).toBeNull()
  })

  it('shows a line of the engine, and the receipt in the author view', async () => {
    const { container, user } = show(message({ receipts: [receiptEntry()] }))
    expect(screen.getByText('You went to the gate')).toBeVisible()
    expect(container).not.toHaveTextContent('graph/transition')
    act(() => preferencesStore.set({ view: 'workshop' }))
    onTestFinished(() => preferencesStore.set({ view: 'reading' }))
    await user.click(screen.getByText('You went to the gate'))
    const opened = screen.getByText('You went to the gate').closest('details')
    expect(opened).toHaveAttribute('open')
    expect(opened).toHaveTextContent('graph/transition, requested by the narrator with walk_to')
    expect(opened).toHaveTextContent('met walk_to.enabled: tide.low')
    expect(opened).toHaveTextContent('garden_path.current_node_id: lawn → gate')
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it('shows a refusal with its reason, and the same refusal once', () => {
    const refusal = receipt({ result: 'refused', code: 'guard-refused', reason: 'The tide is in.', changes: [] })
    const entry = receiptEntry({ line: 'The tide is in.', receipt: refusal })
    show(message({ receipts: [entry, { ...entry, id: 'again' }] }))
    expect(screen.getAllByText('The tide is in.')).toHaveLength(1)
  })

  it.each([
    ['connecting', {}],
    ['thinking', { parts: [{ id: 't', type: 'thinking', text: '', durationMs: null } as const] }],
    [
      'continuing the story',
      { parts: [{ id: 'c', type: 'tool-call', toolName: 'x', input: {}, result: null, receiptId: null } as const] },
    ],
  ])('shows the status: %s', (stage, change) => {
    show(message({ status: 'streaming', firstTokenAt: null, finishedAt: null, ...change }))
    expect(screen.getByText(stage)).toBeVisible()
  })

  it('says what is waited for if the answer is slow to begin', () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    show(message({ status: 'streaming', firstTokenAt: null, finishedAt: null }))
    act(() => void vi.advanceTimersByTime(4000))
    expect(screen.getByText('connecting 4 s')).toBeVisible()
    act(() => void vi.advanceTimersByTime(36_000))
    expect(screen.getByText('The model is reading the story: 40 s')).toBeVisible()
  })

  it('says why nothing is shown yet while an answer may be rewritten', () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const shown = message({ status: 'streaming', firstTokenAt: null, finishedAt: null })
    renderPage(
      <HoldsAnswers value>
        <Answer message={shown} isLast actions={recordActions()} />
      </HoldsAnswers>,
    )
    expect(screen.getByText(/^Writing, checking and, if needed, rewriting\./)).toBeVisible()
    act(() => void vi.advanceTimersByTime(40_000))
    expect(screen.getByText(/The answer appears when it is complete\. 40 s$/)).toBeVisible()
  })

  it('shows a retry of the request, and keeps the notice', () => {
    const model = { ...llama, notices: ['The provider is busy. Asking again in 2 s.'] }
    show(message({ status: 'streaming', firstTokenAt: null, finishedAt: null, model }))
    expect(screen.getByText(/Asking again in 2 s\./)).toHaveTextContent(/connecting$/)
    cleanup()
    show(answer('The gate is warm.', { model }))
    expect(screen.getByText('The provider is busy. Asking again in 2 s.')).toBeInTheDocument()
  })

  it('has no actions while it is running', () => {
    show(answer('The gate', { status: 'streaming' }))
    expect(screen.queryByRole('button')).toBeNull()
    expect(screen.getByRole('article')).toHaveAttribute('aria-busy', 'true')
  })

  it.each([
    ['stopped', 'You stopped the narrator here.'],
    ['interrupted', 'This answer was cut off. What had arrived is kept.'],
    ['failed', 'The narrator could not finish this answer.'],
  ] as const)('keeps the text of an answer that was %s, and can be retried', async (status, note) => {
    const { actions, container, user } = show(answer('The gate', { status }))
    expect(screen.getByText('The gate')).toBeVisible()
    expect(screen.getByText(note)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Retry' }))
    expect(actions.retry).toHaveBeenCalledExactlyOnceWith('answer')
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it('says why the server interrupted it', () => {
    const error = turnError({ code: 'interrupted', detail: 'The server ended.', hint: 'Retry to have it told again.' })
    show(answer('The gate', { status: 'interrupted', error }))
    expect(screen.getByText('The server ended. Retry to have it told again.')).toBeVisible()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it("shows the error and a hint below the text, and collapses the provider's message", async () => {
    const error = turnError({ providerMessage: 'rate limit reached', host: 'example.org' })
    const { actions, container, user } = show(answer('The gate', { status: 'failed', error }))
    const alert = screen.getByRole('alert')
    expect(alert).toHaveTextContent('The provider asks to wait.')
    expect(alert).toHaveTextContent('Wait a minute, then retry.')
    expect(within(alert).getByText('example.org: rate limit reached').closest('details')).not.toHaveAttribute('open')
    await user.click(within(alert).getByRole('button', { name: 'Retry' }))
    expect(actions.retry).toHaveBeenCalledExactlyOnceWith('answer')
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it('leads to the settings of the model where the error is fixed there', () => {
    const failed = { status: 'failed', modelConfigId: 'quill' } as const
    show(answer('', { ...failed, error: turnError({ code: 'output-limit', retryable: false }) }))
    expect(screen.getByRole('link', { name: 'Model settings' })).toHaveAttribute('href', '/models/quill')
    cleanup()
    show(answer('', { ...failed, error: turnError() }))
    expect(screen.queryByRole('link', { name: 'Model settings' })).toBeNull()
  })

  it("opens the provider's message where only that says what is wrong", () => {
    show(answer('', { status: 'failed', error: turnError({ code: 'template-error', providerMessage: 'Jinja' }) }))
    expect(screen.getByText('Jinja').closest('details')).toHaveAttribute('open')
  })

  it('can be retried, forked and copied', async () => {
    const { actions, user } = show(answer('The *gate* is warm.'))
    await user.click(screen.getByRole('button', { name: 'Retry' }))
    await user.click(screen.getByRole('button', { name: 'Fork' }))
    expect(actions.retry).toHaveBeenCalledWith('answer')
    expect(actions.fork).toHaveBeenCalledWith('answer')
    await user.click(screen.getByRole('button', { name: 'Copy' }))
    expect(await navigator.clipboard.readText()).toBe('The *gate* is warm.')
    expect(screen.getByRole('button', { name: 'Copied' })).toBeVisible()
  })

  it('can be returned to unless it is the last', async () => {
    const { actions, user } = show(answer('The gate is warm.'), false)
    await user.click(screen.getByRole('button', { name: 'Go back to here' }))
    expect(actions.goTo).toHaveBeenCalledExactlyOnceWith('answer', false)
  })

  it('leads to its other versions', async () => {
    const { actions, user } = show(answer('Second.', { siblingIds: ['first', 'answer', 'third'] }))
    expect(screen.getByText('2 of 3')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Previous version' }))
    await user.click(screen.getByRole('button', { name: 'Next version' }))
    expect(actions.goTo.mock.calls).toEqual([
      ['first', true],
      ['third', true],
    ])
  })
})

describe('an answer that a budget ended', () => {
  const error = turnError({ code: 'budget-used-up', retryable: false, budgetId: 'b' })

  it('offers to raise it, or to go on with the built-in narrator', async () => {
    const { actions, container, user } = show(message({ status: 'failed', error }))
    expect(screen.getByRole('link', { name: 'Raise the budget' })).toHaveAttribute('href', '/budgets?raise=b&from=%2F')
    await user.click(screen.getByRole('button', { name: 'Continue with the built-in narrator' }))
    expect(actions.continueWithBuiltin).toHaveBeenCalledExactlyOnceWith(expect.any(String))
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it('keeps what was applied when the narrator changes', async () => {
    const { actions, user } = show(message({ status: 'failed', error, receipts: [receiptEntry()] }))
    await user.click(screen.getByRole('button', { name: 'Continue with the built-in narrator' }))
    expect(actions.continueWithBuiltin).toHaveBeenCalledExactlyOnceWith(null)
  })
})
