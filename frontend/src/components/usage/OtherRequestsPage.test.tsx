import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { findAccessibilityViolations } from '../../testSupport/findAccessibilityViolations.ts'
import { renderPage } from '../../testSupport/renderPage.tsx'
import { sentRequest } from '../../testSupport/requests.ts'
import { OtherRequestsPage } from './OtherRequestsPage.tsx'

describe('the requests outside sessions', () => {
  it('lead to what was sent', async () => {
    const requests = [
      sentRequest({ id: 'b', sessionId: null, messageId: null, purpose: 'benchmark' }),
      sentRequest({ id: 'a', sessionId: null, messageId: null, purpose: 'test', usage: null, bytes: 0 }),
    ]
    const { container } = renderPage(<OtherRequestsPage requests={requests} onShowOlder={null} />)
    const links = within(screen.getByRole('region', { name: /^Requests/ })).getAllByRole('link')
    expect(
      links.map((link) => [link.firstChild?.textContent, link.children[1]?.textContent, link.getAttribute('href')]),
    ).toEqual([
      ['Benchmark', '5,118 tokens', '/requests/b'],
      ['Connection test', 'no text', '/requests/a'],
    ])
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it('say so if there are none', () => {
    renderPage(<OtherRequestsPage requests={[]} onShowOlder={null} />)
    expect(screen.getByText('No requests were sent outside sessions yet.')).toBeVisible()
    expect(screen.queryByRole('region')).toBeNull()
  })
})
