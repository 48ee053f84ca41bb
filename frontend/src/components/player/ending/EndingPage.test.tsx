import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'

import { findAccessibilityViolations } from '../../../testSupport/findAccessibilityViolations.ts'
import { renderPage } from '../../../testSupport/renderPage.tsx'
import { EndingPage } from './EndingPage.tsx'

const onReadAgain = vi.fn()
const onTryAnother = vi.fn()
const show = (kind: 'good' | 'bad' | 'neutral', tryAnother: (() => void) | null = onTryAnother) =>
  renderPage(
    <EndingPage
      ending={{ title: 'The Last Page', kind, text: 'The lamp goes *out*.' }}
      endings={{ found: 2, total: 5 }}
      gamebookId="example/low-water"
      onReadAgain={onReadAgain}
      onTryAnother={tryAnother}
    />,
  )

describe('the page of an ending', () => {
  it('tells the title, the text and how many endings were found', async () => {
    const { container } = show('neutral')
    expect(screen.getByRole('heading', { name: 'The Last Page' })).toBeVisible()
    expect(screen.getByText('out')).toBeVisible()
    expect(screen.getByText('2 of 5 endings found')).toBeVisible()
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it.each([
    ['good', 'The end, and a good one'],
    ['neutral', 'The end'],
    ['bad', 'The end, and not a good one'],
  ] as const)('says what kind of ending it is: %s', (kind, line) => {
    show(kind)
    expect(screen.getByText(line)).toBeVisible()
  })

  it('leads on: again, another way, or back to the book', async () => {
    show('good')
    const user = userEvent.setup()
    await user.click(screen.getByRole('button', { name: 'Read again' }))
    await user.click(screen.getByRole('button', { name: 'Try another way' }))
    expect(onReadAgain).toHaveBeenCalledOnce()
    expect(onTryAnother).toHaveBeenCalledOnce()
    expect(screen.getByRole('link', { name: 'Back to the book' })).toHaveAttribute(
      'href',
      '/gamebooks/example/low-water',
    )
  })

  it('offers no other way where the player has not said anything', () => {
    show('good', null)
    expect(screen.queryByRole('button', { name: 'Try another way' })).toBeNull()
  })
})
