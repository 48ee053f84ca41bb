import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'

import { findAccessibilityViolations } from '../../testSupport/findAccessibilityViolations.ts'
import { renderPage } from '../../testSupport/renderPage.tsx'
import type { Budget } from '../../types/api.ts'
import type { BudgetActions } from './budgetActions.ts'
import { BudgetSection } from './BudgetSection.tsx'
import { BudgetWarning } from './BudgetWarning.tsx'

const budget = (change: Partial<Budget> = {}): Budget => ({
  id: 'tokens',
  scope: 'day',
  unit: 'tokens',
  limit: 100_000,
  used: 85_000,
  reserved: 5000,
  state: 'warning',
  startedAt: '2026-12-01T00:00:00.000Z',
  endsAt: '2026-12-02T12:00:00.000Z',
  createdAt: '2026-12-01T00:00:00.000Z',
  ...change,
})
const money = budget({
  id: 'money',
  scope: 'session',
  unit: 'money',
  limit: 2.5,
  used: null,
  reserved: null,
  state: 'open',
  endsAt: null,
})

function show(budgets: readonly Budget[], raisedId: string | null = null) {
  const actions = {
    create: vi.fn<BudgetActions['create']>(() => Promise.resolve(null)),
    change: vi.fn<BudgetActions['change']>(() => Promise.resolve(null)),
    remove: vi.fn<BudgetActions['remove']>(() => Promise.resolve(null)),
  }
  const { container } = renderPage(<BudgetSection budgets={budgets} raisedId={raisedId} actions={actions} />)
  return { actions, container, user: userEvent.setup() }
}

describe('the budgets', () => {
  it('say what is used and when they start over', async () => {
    const { container } = show([budget(), money])
    const [tokens, dollars] = screen.getAllByRole('listitem')
    expect(tokens).toHaveTextContent('100,000 tokens a day')
    expect(tokens).toHaveTextContent('85,000 of 100,000 used, 5,000 reserved for requests in progress.')
    expect(tokens).toHaveTextContent('Starts over on December 2, 2026.')
    expect(screen.getByRole('meter')).toHaveAttribute('aria-valuetext', '85,000 of 100,000 used')
    expect(dollars).toHaveTextContent('$2.50 a session')
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it('say what is spent like all other pages', () => {
    show([budget({ unit: 'money', limit: 0.5, used: 0.0192, reserved: 0 })])
    expect(screen.getByRole('listitem')).toHaveTextContent('$0.50 a day')
    expect(screen.getByRole('meter')).toHaveAttribute('aria-valuetext', '1.9¢ of $0.50 used')
  })

  it('are created with the keyboard', async () => {
    const { actions, user } = show([])
    await user.click(screen.getByRole('radio', { name: 'Each month' }))
    await user.click(screen.getByRole('radio', { name: 'Turns' }))
    await user.type(screen.getByRole('textbox', { name: 'Limit' }), '50{Enter}')
    expect(actions.create).toHaveBeenCalledExactlyOnceWith({ scope: 'month', unit: 'turns', limit: 50 })
    expect(screen.getByRole('textbox', { name: 'Limit' })).toHaveValue('')
  })

  it('show why a limit is refused', async () => {
    const { actions, user } = show([])
    const error = { code: 'invalid-input', detail: 'Invalid.', hint: 'Fix it.' }
    actions.create.mockResolvedValueOnce({ limit: 'A limit is more than zero.', error })
    await user.type(screen.getByRole('textbox', { name: 'Limit' }), '0{Enter}')
    expect(screen.getByRole('textbox', { name: 'Limit' })).toBeInvalid()
    expect(screen.getByText('A limit is more than zero.')).toBeVisible()
  })

  it('are raised at once if the page was opened for it, and give the focus back', async () => {
    const { actions, user } = show([budget()], 'tokens')
    const field = screen.getByRole('textbox', { name: 'New limit' })
    expect(field).toHaveFocus()
    await user.keyboard('200000{Enter}')
    expect(actions.change).toHaveBeenCalledExactlyOnceWith('tokens', 200_000)
    expect(screen.getByRole('button', { name: 'Change limit: 100,000 tokens a day' })).toHaveFocus()
  })

  it('are deleted after a question', async () => {
    const { actions, user } = show([budget()])
    await user.click(screen.getByRole('button', { name: 'Delete 100,000 tokens a day' }))
    const question = screen.getByRole('group', { name: 'Delete 100,000 tokens a day' })
    await user.click(within(question).getByRole('button', { name: 'Delete' }))
    expect(actions.remove).toHaveBeenCalledExactlyOnceWith('tokens')
  })
})

describe('the note beside a story', () => {
  it('names the budget that has least left, and leads to its limit', () => {
    const full = budget({ id: 'full', unit: 'turns', limit: 5, used: 5, state: 'used-up' })
    renderPage(<BudgetWarning budgets={[money, budget(), full]} sessionId="s" />)
    expect(screen.getByText(/The budget of 5 turns a day is used up/)).toBeVisible()
    expect(screen.getByRole('link', { name: 'Change limit' })).toHaveAttribute(
      'href',
      '/budgets?raise=full&from=%2Fsessions%2Fs',
    )
  })

  it('shows the share that is used, and nothing while enough is left', () => {
    const { unmount } = renderPage(<BudgetWarning budgets={[budget()]} sessionId="s" />)
    expect(screen.getByText(/85% of the budget of 100,000 tokens a day is used/)).toBeVisible()
    unmount()
    const { container } = renderPage(<BudgetWarning budgets={[money]} sessionId="s" />)
    expect(container).toBeEmptyDOMElement()
  })
})
