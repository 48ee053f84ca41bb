import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'

import { findAccessibilityViolations } from '../../testSupport/findAccessibilityViolations.ts'
import { renderPage } from '../../testSupport/renderPage.tsx'
import type { UserError } from '../../types/userError.ts'
import { KeptRequests } from './KeptRequests.tsx'

function open(requests = 76) {
  const onChange = vi.fn<() => Promise<UserError | null>>(() => Promise.resolve(null))
  const onRemove = vi.fn(() => Promise.resolve(null))
  const page = (
    <KeptRequests keepTexts="30-days" kept={{ requests, bytes: 18_100 }} onChange={onChange} onRemove={onRemove} />
  )
  return { onChange, onRemove, user: userEvent.setup(), ...renderPage(page) }
}

describe('how long the text of requests is kept', () => {
  it('is chosen, and what is kept now is said', async () => {
    const { container, user, onChange } = open()
    expect(screen.getByRole('status').textContent.replaceAll(/[\u2066-\u2069]/g, '')).toBe(
      'The texts of 76 requests are kept now (18.1 KB).',
    )
    expect(screen.getByRole('radio', { name: '30 days' })).toBeChecked()
    await user.click(screen.getByRole('radio', { name: 'Always' }))
    expect(onChange).toHaveBeenCalledWith('always')
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it('is shown as an error if it can’t be saved', async () => {
    const { user, onChange } = open()
    onChange.mockResolvedValue({ code: 'disk-full', detail: 'The server’s disk is full.', hint: 'Free some space.' })
    await user.click(screen.getByRole('radio', { name: 'Never' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('The server’s disk is full.')
  })

  it('does not matter for a removal, which asks first', async () => {
    const { container, user, onRemove } = open()
    await user.click(screen.getByRole('button', { name: 'Remove them now' }))
    expect(screen.getByRole('button', { name: 'Keep them' })).toHaveFocus()
    expect(await findAccessibilityViolations(container)).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Remove' }))
    expect(onRemove).toHaveBeenCalledOnce()
    expect(screen.getByRole('heading', { name: 'What was sent to models' })).toHaveFocus()
  })

  it('has nothing to remove if nothing is kept', () => {
    open(0)
    expect(screen.getByText('No texts are kept now.')).toBeVisible()
    expect(screen.queryByRole('button')).toBeNull()
  })
})
