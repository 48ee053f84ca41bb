import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'

import { findAccessibilityViolations } from '../../testSupport/findAccessibilityViolations.ts'
import { renderPage } from '../../testSupport/renderPage.tsx'
import { blockBefore, blocksOfTurn } from '../../testSupport/requests.ts'
import type { NextRequest } from '../../types/api.ts'
import { NextRequestPage } from './NextRequestPage.tsx'

function open(change: Partial<NextRequest> = {}) {
  const onChangeText = vi.fn()
  const request: NextRequest = {
    blocks: blocksOfTurn(),
    removed: [blockBefore()],
    comparedWith: 'before',
    bytes: 14_700,
    tokens: 4378,
    cost: { amount: 0.017, currency: 'USD', source: 'table' },
    ...change,
  }
  const load = () => Promise.resolve('')
  const page = (
    <NextRequestPage
      sessionId="session"
      request={request}
      text="I wait."
      onChangeText={onChangeText}
      loadBody={load}
      loadBlock={load}
    />
  )
  return { onChangeText, user: userEvent.setup(), ...renderPage(page) }
}

describe('what would be sent now', () => {
  it('has its blocks, its length and what it will cost', async () => {
    const { container } = open()
    expect(screen.getByText('4,378')).toBeVisible()
    expect(screen.getByText('1.7¢')).toBeVisible()
    expect(screen.getByText(/if nothing is cached, based on this version’s price table/)).toBeVisible()
    expect(screen.getByRole('button', { name: /^State of this turn/ })).toBeVisible()
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it('follows what is typed', async () => {
    const { onChangeText, user } = open()
    const box = screen.getByRole('textbox', { name: 'Your message' })
    expect(box).toHaveValue('I wait.')
    await user.type(box, '!')
    expect(onChangeText).toHaveBeenCalledWith('I wait.!')
  })

  it('leads to the prices if the cost is unknown', () => {
    open({ cost: null })
    expect(screen.getByRole('link', { name: 'Set a price' })).toHaveAttribute('href', '/usage#models')
  })

  it('is nothing for the built-in narrator', async () => {
    const { container } = open({ blocks: [], removed: [], comparedWith: null, bytes: 0, tokens: 0, cost: null })
    expect(screen.getByText(/The built-in narrator sends no requests/)).toBeVisible()
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(await findAccessibilityViolations(container)).toEqual([])
  })
})
