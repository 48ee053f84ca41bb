import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'

import { findAccessibilityViolations } from '../../testSupport/findAccessibilityViolations.ts'
import { renderPage } from '../../testSupport/renderPage.tsx'
import { totals } from '../../testSupport/usage.ts'
import type { UsageReport } from '../../types/api.ts'
import { firstDay } from './usageRange.ts'
import { UsagePage } from './UsagePage.tsx'

const model = { label: 'Sonnet', provider: 'anthropic', modelName: 'sonnet-4', host: 'api.anthropic.com' }

function open(change: Partial<UsageReport> = {}) {
  const onChooseRange = vi.fn()
  const report: UsageReport = {
    total: totals(),
    days: [{ day: '2026-03-01', ...totals() }],
    models: [
      { modelConfigId: 'model', model, ...totals() },
      {
        modelConfigId: null,
        model: { ...model, label: 'Old' },
        ...totals({ costs: [], uncounted: 3, inputTokens: 0 }),
      },
    ],
    ...change,
  }
  const page = (
    <UsagePage
      report={report}
      range="7"
      onChooseRange={onChooseRange}
      from="2026-02-24"
      today="2026-03-02"
      sessions={[{ sessionId: 'session', title: 'Low Water', updatedAt: '2026-03-01T20:00:00.000Z', ...totals() }]}
      onShowOlder={null}
      showPrice={(id) => `price of ${id}`}
    />
  )
  return { onChooseRange, user: userEvent.setup(), ...renderPage(page) }
}

const rowsOf = (name: RegExp) =>
  within(screen.getByRole('region', { name }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map(({ textContent }) => textContent))

describe('usage and cost', () => {
  it('is shown by day, by model and by session', async () => {
    const { container } = open()
    expect(screen.getByRole('img', { name: /Tokens per day, from .*Feb 24.* to .*Mar 2/ })).toBeVisible()
    expect(rowsOf(/What each model used/)).toEqual([
      ['Sonnetsonnet-4 · api.anthropic.com', '2', '9,000', '67%', '300', '2.3¢', 'price of model'],
      ['Oldsonnet-4 · api.anthropic.com', '2', 'unknown', '–', 'unknown', 'unknown', '–'],
    ])
    expect(rowsOf(/What each session used/)[0]?.slice(1)).toEqual(['2', '9,000', '67%', '300', '2.3¢'])
    expect(screen.getByRole('link', { name: 'Low Water' })).toHaveAttribute('href', '/sessions/session/requests')
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it('says what its cost leaves out', () => {
    open()
    expect(screen.getByText('The cost leaves out models whose price or tokens are unknown.')).toBeVisible()
  })

  it('is chosen for a time', async () => {
    const { onChooseRange, user } = open()
    await user.click(screen.getByRole('radio', { name: 'All' }))
    expect(onChooseRange).toHaveBeenCalledWith('all')
    expect([firstDay('7', '2026-03-02'), firstDay('all', '2026-03-02')]).toEqual(['2026-02-24', null])
  })

  it('says so if no model was used', async () => {
    const { container } = open({ total: totals({ requests: 0 }), days: [], models: [] })
    expect(screen.getByText(/No model was used in this time/)).toBeVisible()
    expect(screen.queryByRole('img')).toBeNull()
    expect(await findAccessibilityViolations(container)).toEqual([])
  })
})
