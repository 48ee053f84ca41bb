import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'

import { findAccessibilityViolations } from '../../../testSupport/findAccessibilityViolations.ts'
import { renderPage } from '../../../testSupport/renderPage.tsx'
import { EndingPage } from './EndingPage.tsx'

const onStartOver = vi.fn()
const onUndo = vi.fn()
const show = (kind: 'good' | 'bad' | 'neutral', tryAnother: (() => void) | null = onUndo) =>
  renderPage(
    <EndingPage
      ending={{ title: 'The Last Page', kind, text: 'The lamp goes *out*.' }}
      endings={{ found: 2, total: 5 }}
      gamebookId="example/low-water"
      onStartOver={onStartOver}
      onUndo={tryAnother}
    />,
  )

describe('the page of an ending', () => {
  it('shows the title, the text and the number of endings found', async () => {
    const { container } = show('neutral')
    expect(screen.getByRole('heading', { name: 'The Last Page' })).toBeVisible()
    expect(screen.getByText('out')).toBeVisible()
    expect(screen.getByText('2 of 5 endings found')).toBeVisible()
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it.each([
    ['good', 'The end: a good one'],
    ['neutral', 'The end'],
    ['bad', 'The end: a bad one'],
  ] as const)('names the kind of ending: %s', (kind, line) => {
    show(kind)
    expect(screen.getByText(line)).toBeVisible()
  })

  it('offers to start over, go back, or return to the gamebook', async () => {
    show('good')
    const user = userEvent.setup()
    await user.click(screen.getByRole('button', { name: 'Start over' }))
    await user.click(screen.getByRole('button', { name: 'Undo the last turn' }))
    expect(onStartOver).toHaveBeenCalledOnce()
    expect(onUndo).toHaveBeenCalledOnce()
    expect(screen.getByRole('link', { name: 'Back to the gamebook' })).toHaveAttribute(
      'href',
      '/gamebooks/example/low-water',
    )
  })

  it('does not offer to go back if the player has sent nothing', () => {
    show('good', null)
    expect(screen.queryByRole('button', { name: 'Undo the last turn' })).toBeNull()
  })
})
