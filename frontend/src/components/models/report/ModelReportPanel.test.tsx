import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'

import { findAccessibilityViolations } from '../../../testSupport/findAccessibilityViolations.ts'
import type { ModelReport } from '../../../types/api.ts'
import { ModelReportPanel } from './ModelReportPanel.tsx'

const share = (hits: number, of: number) => ({ hits, of })

const REPORT: ModelReport = {
  status: 'finished',
  done: 20,
  total: 20,
  startedAt: '2026-03-01T20:00:00.000Z',
  updatedAt: '2026-03-01T20:04:00.000Z',
  error: null,
  result: {
    recommendation: { verdict: 'usable', text: 'Usable, with one reservation: it acts without being asked to.' },
    cost: 0.042,
    currency: 'USD',
    figures: [
      {
        arm: 'full',
        turns: 20,
        failed: 0,
        answered: share(20, 20),
        callsMade: share(15, 16),
        argumentsRight: share(15, 15),
        severalAtOnce: share(4, 4),
        quiet: share(4, 6),
        extraCalls: 2,
        refusalsNarrated: share(2, 2),
        secretsKept: share(3, 3),
        languageKept: share(0, 0),
        lengthKept: share(1, 2),
        lengthRatio: 1.4,
        driftPer100: 5,
        firstWordMs: 840,
        wordsPerSecond: 41.5,
        inputTokens: 6000,
        outputTokens: 200,
        costPerTurn: 0.0021,
      },
    ],
  },
}
const withoutTurns = (figures: ModelReport['result']['figures'][number]) => ({ ...figures, turns: 0 })
const EXPECTED = { turns: 20, requests: 38, inputTokens: 148_210, outputTokens: 3310, cost: 0.19, currency: 'USD' }

function show(change: Partial<Parameters<typeof ModelReportPanel>[0]> = {}) {
  const actions = { onOffer: vi.fn(), onDismiss: vi.fn(), onStart: vi.fn(), onCancel: vi.fn() }
  const { container } = render(<ModelReportPanel report={null} offer={null} error={null} {...actions} {...change} />)
  return { ...actions, container, user: userEvent.setup() }
}

const plain = (text: string | null): string => (text ?? '').replaceAll(/[\u2066-\u2069]/g, '')

const button = (name: string) => screen.getByRole('button', { name })

describe('the report on a model', () => {
  it('shows what it will cost before it starts', async () => {
    const { user, onOffer, onStart } = show()
    await user.click(button('Create a report'))
    expect(onOffer).toHaveBeenCalledExactlyOnceWith(false)
    expect(onStart).not.toHaveBeenCalled()
  })

  it('starts only when the cost is known, or known to be unknown', async () => {
    const counting = show({ offer: { expected: null, resume: false } })
    await counting.user.click(button('Start'))
    expect(counting.onStart).not.toHaveBeenCalled()
    counting.container.remove()
    const { user, onStart, onDismiss, container } = show({ offer: { expected: EXPECTED, resume: false } })
    expect(screen.getByText('Expected cost: about 19¢. A model that thinks at length costs more.')).toBeVisible()
    expect(screen.getByText('About 38 requests with 150,000 tokens sent and 3,300 written.')).toBeVisible()
    expect(await findAccessibilityViolations(container)).toEqual([])
    await user.click(button('Not now'))
    expect(onDismiss).toHaveBeenCalledOnce()
    await user.click(button('Start'))
    expect(onStart).toHaveBeenCalledExactlyOnceWith({ resume: false, maxCost: null })
  })

  it('can be limited in its cost, and Enter starts it instead of saving the model', async () => {
    const { user, onStart, container } = show({ offer: { expected: EXPECTED, resume: false } })
    const limit = screen.getByRole('textbox', { name: 'Cost limit (optional)' })
    await user.type(limit, '-1{Enter}')
    expect(limit).toHaveAccessibleDescription(/Enter an amount above zero, or leave this empty\./)
    expect(onStart).not.toHaveBeenCalled()
    expect(await findAccessibilityViolations(container)).toEqual([])
    await user.clear(limit)
    await user.type(limit, '0.25{Enter}')
    expect(onStart).toHaveBeenCalledExactlyOnceWith({ resume: false, maxCost: 0.25 })
  })

  it('has no limit for a cost that is not known', async () => {
    const { user, onStart } = show({ offer: { expected: { ...EXPECTED, cost: null, currency: null }, resume: false } })
    expect(screen.queryByRole('textbox')).toBeNull()
    await user.click(button('Start'))
    expect(onStart).toHaveBeenCalledExactlyOnceWith({ resume: false, maxCost: null })
  })

  it('says what the rest will cost before it is continued', async () => {
    const { user, onStart } = show({
      report: { ...REPORT, status: 'cost-limit', done: 10 },
      offer: { expected: EXPECTED, resume: true },
    })
    expect(plain(screen.getByText(/^Expected cost/).textContent)).toBe(
      'Expected cost of the other 10 turns: about 9.5¢.',
    )
    await user.click(button('Continue'))
    expect(onStart).toHaveBeenCalledExactlyOnceWith({ resume: true, maxCost: null })
  })

  it('shows its progress, and can be canceled', async () => {
    const { user, onCancel, container } = show({ report: { ...REPORT, status: 'running', done: 7 } })
    expect(screen.getByRole('progressbar')).toHaveAttribute('value', '7')
    expect(await findAccessibilityViolations(container)).toEqual([])
    await user.click(button('Cancel the report'))
    expect(onCancel).toHaveBeenCalledOnce()
  })

  it('recommends, and shows the figures; what is not known is not zero', async () => {
    const { user, container } = show({ report: REPORT })
    expect(screen.getByText('Usable, with one reservation: it acts without being asked to.')).toBeVisible()
    expect(screen.getByText(/Cost: 4\.2¢/)).toBeVisible()
    await user.click(screen.getByText('What was measured'))
    const cells = within(screen.getByRole('table'))
      .getAllByRole('row')
      .map((row) => row.lastElementChild?.textContent)
    expect(cells).toEqual([
      ...['Result', '15 of 16', '15 of 15', '4 of 4', '4 of 6', '2 of 2', '3 of 3', 'unknown', '1 of 2', '20 of 20'],
      ...['5', '840 ms', '42', '6,200', '0.21¢'],
    ])
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it.each([
    ['interrupted', 'The server stopped after 7 of 20 turns'],
    ['canceled', 'Canceled after 7 of 20 turns'],
    ['cost-limit', 'Stopped at the cost limit, after 7 of 20 turns'],
  ] as const)('goes on after it was %s', async (status, text) => {
    const { user, onOffer } = show({ report: { ...REPORT, status, done: 7 } })
    expect(screen.getByText((words) => words.startsWith(text))).toBeVisible()
    await user.click(button('Continue the report'))
    expect(onOffer).toHaveBeenCalledExactlyOnceWith(true)
  })

  it('says why it failed', () => {
    const error = { code: 'unreachable', detail: 'No answer.', hint: 'Start the server.', retryable: true }
    show({ report: { ...REPORT, status: 'failed', done: 0, error } })
    expect(screen.getByRole('alert')).toHaveTextContent('No answer.Start the server.')
  })

  it('leads to the budget that ended it, and says nothing about the cost of nothing', () => {
    const error = { code: 'budget-used-up', detail: 'Used up.', hint: 'Raise it.', retryable: false, budgetId: 'b' }
    const result = { ...REPORT.result, cost: null, currency: null, figures: REPORT.result.figures.map(withoutTurns) }
    show({ report: { ...REPORT, status: 'failed', done: 0, error, result } })
    expect(screen.getByRole('link', { name: 'Change the budget' })).toHaveAttribute('href', '/budgets?raise=b')
    expect(screen.queryByText(/Its cost is not known/)).toBeNull()
  })
})
