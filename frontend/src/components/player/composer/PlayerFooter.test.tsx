import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { findAccessibilityViolations } from '../../../testSupport/findAccessibilityViolations.ts'
import { renderPage } from '../../../testSupport/renderPage.tsx'
import { PlayerFooter } from './PlayerFooter.tsx'

function show(change: { gamebookFile?: 'current' | 'broken'; isSwitching?: boolean }) {
  const { container } = renderPage(
    <PlayerFooter
      isAway={false}
      error={null}
      fallback={null}
      gamebookFile="current"
      gamebookId="example/garden-gate"
      isSwitching={false}
      {...change}
    >
      {null}
    </PlayerFooter>,
  )
  return container
}

describe('the foot of a session', () => {
  it('leads from a broken gamebook to its errors', async () => {
    const container = show({ gamebookFile: 'broken' })
    const link = screen.getByRole('link', { name: 'The gamebook’s page' })
    expect(link).toHaveAttribute('href', '/gamebooks/example/garden-gate')
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it('says that the model is being switched', () => {
    show({ isSwitching: true })
    expect(screen.getByRole('status')).toHaveTextContent('Switching the model…')
  })
})
