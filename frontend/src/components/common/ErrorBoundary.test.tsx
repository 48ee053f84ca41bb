import { screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { findAccessibilityViolations } from '../../testSupport/findAccessibilityViolations.ts'
import { renderPage } from '../../testSupport/renderPage.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'

/** React tells the console of an error that it caught, as it should. */
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => {
  vi.restoreAllMocks()
})

describe('a page that fails', () => {
  it('says so and offers to reload', async () => {
    const Broken = () => {
      throw new Error('A fault of ours.')
    }
    const { container } = renderPage(
      <ErrorBoundary>
        <Broken />
      </ErrorBoundary>,
    )
    expect(screen.getByRole('alert')).toHaveTextContent('Something went wrong on this page.')
    expect(screen.getByRole('button', { name: 'Reload the page' })).toBeVisible()
    expect(await findAccessibilityViolations(container)).toEqual([])
  })
})
