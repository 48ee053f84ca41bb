import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'

import { findAccessibilityViolations } from '../../testSupport/findAccessibilityViolations.ts'
import { renderPage } from '../../testSupport/renderPage.tsx'
import { totals } from '../../testSupport/usage.ts'
import type { ModelPrices, UsageTotals } from '../../types/api.ts'
import type { SavePrices } from './PriceForm.tsx'
import { PricesSection } from './PricesSection.tsx'
import { TurnCost } from './TurnCost.tsx'

const PRICES = { currency: 'USD', input: 3, cachedInput: 0.3, cacheWrite: null, output: 15 }
const NONE: ModelPrices = { prices: null, source: null, own: null, tableDate: '2025-06', page: null }

function open(change: Partial<ModelPrices> = {}, used: Partial<UsageTotals> = {}) {
  const onSave = vi.fn<SavePrices>(() => Promise.resolve(null))
  const onRemove = vi.fn(() => Promise.resolve(null))
  const page = <PricesSection known={{ ...NONE, ...change }} total={totals(used)} onSave={onSave} onRemove={onRemove} />
  return { onSave, onRemove, user: userEvent.setup(), ...renderPage(page) }
}

const plain = (container: Element): string => container.textContent.replaceAll(/[\u2066-\u2069]/g, '')

describe('the prices of a model', () => {
  it.each([
    ['own', 'You entered these prices.'],
    ['provider', 'These prices are from the provider’s model list.'],
    ['table', 'These prices are from June 2025 and may have changed since.'],
  ] as const)('say that they come from: %s', async (source, words) => {
    const { container } = open({ prices: PRICES, source, page: 'https://example.com/prices' })
    expect(plain(container)).toContain(`Per million tokens: $3 sent, $0.30 sent from the cache, $15 written. ${words}`)
    expect(plain(container)).toContain('So far: 2.3¢ for 3 requests.')
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it('can be entered where they are unknown', async () => {
    const { container, user, onSave } = open({}, { costs: [], requests: 0 })
    expect(plain(container)).toContain('So far: not used.')
    await user.click(screen.getByRole('button', { name: 'Enter prices' }))
    expect(await findAccessibilityViolations(container)).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Save prices' }))
    expect(screen.getAllByText('Enter a number.')).toHaveLength(2)
    await user.type(screen.getByRole('textbox', { name: /^Sent ?per/ }), '2,5')
    await user.type(screen.getByRole('textbox', { name: /^Written ?per/ }), '10')
    await user.click(screen.getByRole('button', { name: 'Save prices' }))
    expect(onSave).toHaveBeenCalledWith({
      currency: 'USD',
      input: 2.5,
      output: 10,
      cachedInput: null,
      cacheWrite: null,
    })
    expect(screen.queryByRole('textbox')).toBeNull()
  })

  it('stay in the form with the messages of the server', async () => {
    const { user, onSave } = open({ prices: PRICES, source: 'own', own: PRICES })
    onSave.mockResolvedValue({
      fields: { currency: 'Enter the code of a currency.' },
      error: { code: 'invalid-input', detail: 'Not valid.', hint: 'Fix it.' },
    })
    await user.click(screen.getByRole('button', { name: 'Change' }))
    await user.type(screen.getByRole('textbox', { name: 'Currency' }), 'X')
    await user.click(screen.getByRole('button', { name: 'Save prices' }))
    expect(await screen.findByText('Enter the code of a currency.')).toBeVisible()
    expect(screen.getByRole('textbox', { name: 'Currency' })).toHaveValue('USDX')
  })

  it('can be removed', async () => {
    const { user, onRemove } = open({ prices: PRICES, source: 'own', own: PRICES })
    await user.click(screen.getByRole('button', { name: 'Remove my prices' }))
    expect(onRemove).toHaveBeenCalledOnce()
  })
})

describe('what a turn will cost', () => {
  const show = (cost: 'known' | 'unknown', inputTokens = 4000) =>
    renderPage(
      <TurnCost
        modelConfigId="model"
        estimate={{
          inputTokens,
          outputTokens: 250,
          cost: cost === 'known' ? { amount: 0.016, currency: 'USD', source: 'own' } : null,
        }}
      />,
    ).container

  it('is said with whose prices', () => {
    expect(plain(show('known'))).toMatch(/^A turn costs about 1.6¢ at first, based on your prices\./)
  })

  it('is unknown without a price, which can be set', () => {
    show('unknown')
    expect(screen.getByRole('link', { name: 'Set a price' })).toHaveAttribute('href', '/models/model#prices')
  })

  it('is not mentioned for a narrator that sends nothing', () => {
    expect(show('unknown', 0)).toBeEmptyDOMElement()
  })
})
