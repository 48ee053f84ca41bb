import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { gamebook, sessionSummary } from '../../testSupport/builders.ts'
import { findAccessibilityViolations } from '../../testSupport/findAccessibilityViolations.ts'
import { renderPage } from '../../testSupport/renderPage.tsx'
import { Library } from './Library.tsx'

const gate = gamebook()
const lamp = gamebook({ id: 'example/lamp', title: 'The Salt Lantern', hasImage: true })
const sessions = null
const broken = gamebook({ id: 'local/broken', title: 'Torn', playable: false, errorCount: 2 })

describe('the library', () => {
  it('shows a first-time visitor one large gamebook with a single button', async () => {
    const { container } = renderPage(
      <Library gamebooks={[broken, gate, lamp]} lastSession={null} sessions={sessions} />,
    )
    const spread = screen.getByRole('article', { name: 'The Garden Gate' })
    expect(within(spread).getByRole('link', { name: 'Open the gamebook' })).toHaveAttribute(
      'href',
      '/gamebooks/example/garden-gate',
    )
    expect(within(screen.getByRole('region', { name: 'More gamebooks' })).getAllByRole('link')).toHaveLength(2)
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it('offers to continue the session played last', async () => {
    const { container } = renderPage(
      <Library gamebooks={[{ ...gate, sessionCount: 1 }, lamp]} lastSession={sessionSummary()} sessions={sessions} />,
    )
    expect(screen.queryByRole('link', { name: 'Open the gamebook' })).toBeNull()
    expect(screen.getByRole('link', { name: /Continue reading.*Lawn/ })).toHaveAttribute('href', '/sessions/session')
    expect(within(screen.getByRole('region', { name: 'All gamebooks' })).getAllByRole('link')).toHaveLength(2)
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it('offers to reread an ending', () => {
    const ending = { title: 'Lanterns', kind: 'good', text: null } as const
    renderPage(<Library gamebooks={[gate]} lastSession={sessionSummary({ ending })} sessions={sessions} />)
    expect(screen.getByRole('link', { name: /Reread the ending.*Lanterns/ })).toBeVisible()
  })

  it('shows the picture of a gamebook, or draws a cover with its title', () => {
    const { container } = renderPage(
      <Library gamebooks={[gate, lamp]} lastSession={sessionSummary()} sessions={sessions} />,
    )
    expect(container.querySelector('img')).toHaveAttribute('src', '/api/gamebooks/example/lamp/image')
    expect(container.querySelector('svg')).toHaveTextContent('The Garden Gate')
  })

  it('lists a broken gamebook beside the others, with its number of problems', () => {
    renderPage(<Library gamebooks={[gate, broken]} lastSession={sessionSummary()} sessions={sessions} />)
    expect(screen.getByRole('link', { name: /Torn.*2 problems to fix first/ })).toBeVisible()
  })

  it('says what to do if there are no gamebooks', async () => {
    const { container } = renderPage(<Library gamebooks={[]} lastSession={null} sessions={sessions} />)
    expect(screen.getByText(/No gamebooks yet/)).toBeVisible()
    expect(await findAccessibilityViolations(container)).toEqual([])
  })
})
