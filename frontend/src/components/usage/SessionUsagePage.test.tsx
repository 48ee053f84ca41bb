import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'

import { findAccessibilityViolations } from '../../testSupport/findAccessibilityViolations.ts'
import { renderPage } from '../../testSupport/renderPage.tsx'
import { sentRequest } from '../../testSupport/requests.ts'
import { sessionUsage, totals, usedAnswer } from '../../testSupport/usage.ts'
import type { SessionUsage } from '../../types/api.ts'
import { SessionUsagePage } from './SessionUsagePage.tsx'

function open(change: Partial<SessionUsage> = {}) {
  const onShowOlder = vi.fn()
  const requests = [
    sentRequest({ id: 'c', step: 2, outcome: 'failed', isTextKept: false, usage: null, cost: null }),
    sentRequest({ id: 'b' }),
    sentRequest({ id: 'a', purpose: 'summary', messageId: null }),
  ]
  const page = (
    <SessionUsagePage sessionId="session" usage={sessionUsage(change)} requests={requests} onShowOlder={onShowOlder} />
  )
  return { onShowOlder, user: userEvent.setup(), ...renderPage(page) }
}

const plain = (text: string | null): string => (text ?? '').replaceAll(/[\u2066-\u2069]/g, '')

describe('the usage of a session', () => {
  it('is shown for each answer, as a picture and as a table', async () => {
    const { container, user } = open()
    const chart = screen.getByRole('img', { name: /Tokens per answer/ })
    expect(plain(chart.getAttribute('aria-label'))).toBe('Tokens per answer, from 1 to 2. The highest is 3,100.')
    await user.click(screen.getByText('As a table'))
    const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1)
    expect(rows.map((row) => [...row.children].map(({ textContent }) => textContent))).toEqual([
      ['1', '2,000', '1,000', '100', '1¢'],
      ['2', '2,000', '1,000', '100', '1¢'],
    ])
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it('has a picture of the cost, too, one for each currency', async () => {
    const { user } = open({
      answers: [usedAnswer({ cost: [{ amount: 2, currency: 'EUR' }] }), usedAnswer({ messageId: 'other' })],
    })
    await user.click(screen.getByRole('radio', { name: /EUR/ }))
    expect(screen.getByRole('img', { name: /The highest is €2.00/ })).toBeVisible()
    await user.click(screen.getByRole('radio', { name: /USD/ }))
    expect(screen.getByRole('img', { name: /The highest is 1¢/ })).toBeVisible()
  })

  it('says why a cut cost a request without the cache, and what is missing', () => {
    open({
      total: totals({ uncounted: 1 }),
      answers: [
        usedAnswer({ messageId: 'a', cut: 'Older turns were left out here.' }),
        usedAnswer({ messageId: 'b', cachedTokens: null, freshTokens: null, outputTokens: null, cost: [] }),
      ],
      others: [
        { purpose: 'summary', ...totals({ requests: 2 }) },
        { purpose: 'translation', ...totals({ requests: 1 }) },
      ],
    })
    expect(plain(screen.getByText(/^▾ /).textContent)).toBe(
      '▾ 1: Older turns were left out here. That costs one request without the cache.',
    )
    expect(screen.getByText(/1 request is missing from these totals/)).toBeVisible()
    expect(screen.getByText('? The provider reported no tokens.')).toBeVisible()
    expect(plain(screen.getByText(/^Besides answers/).textContent)).toBe(
      'Besides answers: Summary: 2 requests, 2.3¢; translation: 1 request, 2.3¢.',
    )
  })

  it('has unknown sums instead of zeros, and no empty chart, if no tokens were reported', () => {
    open({
      total: totals({ uncounted: 3, inputTokens: 0, cachedTokens: 0, outputTokens: 0, costs: [] }),
      answers: [usedAnswer({ cachedTokens: null, freshTokens: null, outputTokens: null, cost: [] })],
    })
    const figures = ['Cost', 'Sent', 'Written'].map((label) => screen.getByText(label).nextSibling?.textContent)
    expect(figures).toEqual(['unknown', 'unknown', 'unknown'])
    expect(screen.getByText('There is no chart, because no tokens were reported.')).toBeVisible()
    expect(screen.queryByRole('img')).toBeNull()
  })

  it('has no column for costs that are all unknown', () => {
    const requests = [sentRequest({ usage: null, cost: null })]
    renderPage(<SessionUsagePage sessionId="session" usage={sessionUsage()} requests={requests} onShowOlder={null} />)
    const link = within(screen.getByRole('region', { name: /^Requests/ })).getByRole('link')
    expect(plain(link.textContent)).toMatch(/14\.5 KB[A-Z]/)
  })

  it('draws no chart of what was free', async () => {
    const { user } = open({ answers: [usedAnswer({ cost: [{ amount: 0, currency: 'USD' }] })] })
    await user.click(screen.getByRole('radio', { name: 'Cost' }))
    expect(screen.getByText('There is no chart, because nothing was charged.')).toBeVisible()
  })

  it('lists its requests, which lead to what was sent', async () => {
    const { user, onShowOlder } = open()
    const links = within(screen.getByRole('region', { name: /^Requests/ })).getAllByRole('link')
    expect(links.map((link) => link.getAttribute('href'))).toEqual(
      ['c', 'b', 'a'].map((id) => `/sessions/session/requests/${id}`),
    )
    expect(links.map(({ textContent }) => plain(textContent).replace(/Mar .*?[AP]M/, 'time'))).toEqual([
      'Answer 2 · Request 214.5 KB–time · Sonnet · failed · text not kept',
      'Answer 25,118 tokens0.62¢time · Sonnet · 91% cached',
      'Summary5,118 tokens0.62¢time · Sonnet · 91% cached',
    ])
    await user.click(screen.getByRole('button', { name: 'Show older requests' }))
    expect(onShowOlder).toHaveBeenCalledOnce()
  })

  it('shows the newest answers of a long story', () => {
    open({ answers: Array.from({ length: 500 }, (_, at) => usedAnswer({ messageId: String(at) })) })
    expect(screen.getByText('The newest 60 of 500 answers.')).toBeVisible()
    expect(screen.getByRole('img', { name: /from .*441.* to .*500/ })).toBeVisible()
  })

  it('says so if nothing was sent', async () => {
    const { container } = open({ total: totals({ requests: 0 }), answers: [] })
    expect(screen.getByText(/has sent no requests yet/)).toBeVisible()
    expect(await findAccessibilityViolations(container)).toEqual([])
  })
})
