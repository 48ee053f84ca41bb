import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'

import { panel, receipt, receiptEntry } from '../../../testSupport/builders.ts'
import { findAccessibilityViolations } from '../../../testSupport/findAccessibilityViolations.ts'
import { renderPage } from '../../../testSupport/renderPage.tsx'
import type { Panel, PanelField } from '../../../types/api.ts'
import { changedFieldKeys } from './changedFieldKeys.ts'
import { isEmptyPanel } from './isEmptyPanel.ts'
import { StatePanel } from './StatePanel.tsx'

const of = { entityId: 'player', entity: 'Player', caption: null, isEmpty: false }
const luck: PanelField = { ...of, field: 'luck', label: 'Luck', text: '3', show: 'bar', value: 3, min: 0, max: 5 }
const gold: PanelField = {
  ...of,
  field: 'gold',
  label: 'Gold',
  text: '120',
  show: 'bar',
  value: 120,
  min: 100,
  max: 500,
}
const mood: PanelField = { ...of, field: 'mood', label: 'Mood', text: 'calm', show: 'text' }
const clues: PanelField = {
  ...of,
  field: 'clues',
  label: 'Clues',
  text: 'a, b',
  show: 'list',
  items: ['A scratch', 'A light'],
}
const cursed: PanelField = { ...of, field: 'cursed', label: 'Cursed', text: 'yes', show: 'icon', isOn: true }
const blessed: PanelField = { ...of, field: 'blessed', label: 'Blessed', text: 'no', show: 'icon', isOn: false }
const sign: PanelField = { ...of, field: 'sign', label: 'Sign', text: 'the Hare', show: 'icon', isOn: null }

function show(shown: Partial<Panel>, changed: readonly string[] = []) {
  const { container } = renderPage(<StatePanel panel={panel(shown)} changed={new Set(changed)} />)
  return { container, user: userEvent.setup() }
}

describe('the status panel', () => {
  it("shows each field in the author's form, and is accessible", async () => {
    const { container } = show({ fields: [luck, gold, mood, clues, cursed, blessed, sign] })
    const bar = screen.getByRole('meter', { name: 'Luck' })
    expect(bar).toHaveAttribute('aria-valuenow', '3')
    expect(bar).toHaveAttribute('aria-valuetext', '3 of 5')
    expect(bar).toHaveTextContent('3 of 5')
    expect(screen.getByRole('meter', { name: 'Gold' })).toHaveTextContent('120, from 100 to 500')
    expect(screen.getByText('Mood').parentElement).toHaveTextContent('Mood calm')
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['A scratch', 'A light'])
    expect(screen.getByText('Cursed').parentElement).toHaveTextContent('Cursed: yes')
    expect(screen.getByText('Blessed').parentElement).toHaveTextContent('Blessed: no')
    expect(screen.getByText('Sign').parentElement).toHaveTextContent('Sign the Hare')
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it('shows a caption below its value, and leaves out what is false or an empty list', () => {
    const sea: PanelField = { ...luck, field: 'sea', label: 'The sea', caption: 'It has turned, and can be heard.' }
    const wet: PanelField = { ...mood, field: 'wet', label: 'Wet', text: 'no', isEmpty: true }
    const guests: PanelField = { ...clues, field: 'guests', label: 'Guests', text: 'none', items: [], isEmpty: true }
    const { container } = show({ fields: [sea, wet, guests, { ...blessed, isEmpty: true }] })
    expect(container).toHaveTextContent(/^The sea3 of 5It has turned, and can be heard\.$/)
    expect(isEmptyPanel(panel({ fields: [wet, guests] }))).toBe(true)
  })

  it('shows numbers without rounding errors and as the story writes them', () => {
    const weight = { ...luck, field: 'weight', label: 'Weight', text: '0.3', value: 0.1 + 0.2, max: 0.1 * 3 }
    const coins = { ...gold, field: 'coins', label: 'Coins', text: '1200', value: 1200, min: 1000, max: 1e21 }
    const bag = { entityId: 'bag', entity: 'Bag', capacity: 1000, items: [] }
    show({ fields: [weight, coins], inventory: [bag] })
    const scale = screen.getByRole('meter', { name: 'Weight' })
    expect(scale).toHaveAttribute('aria-valuenow', '0.3')
    expect(scale).toHaveTextContent('0.3 of 0.3')
    expect(screen.getByRole('meter', { name: 'Coins' })).toHaveTextContent('1200, from 1000 to 1000000000000000000000')
    expect(screen.getByRole('heading', { name: 'Inventory 0 of 1000' })).toBeVisible()
  })

  it('says that a list is empty, and hides an icon that is off', () => {
    show({
      fields: [
        { ...clues, text: 'none', items: [] },
        { ...sign, text: '' },
      ],
    })
    expect(screen.getByText('none')).toBeVisible()
    expect(screen.queryByText('Sign')).toBeNull()
  })

  it('shows no names of entities where each label is clear', () => {
    show({ fields: [luck, { ...mood, entityId: 'horse', entity: 'Horse' }] })
    expect(screen.queryByRole('heading')).toBeNull()
  })

  it('shows only the carriers that hold something, and the first if none does', () => {
    const satchel = { entityId: 'satchel', entity: 'Satchel', capacity: null }
    const book = { entityId: 'book', entity: 'Book of Tides', description: '', items: [] }
    const hands = { entityId: 'player', entity: 'Player', capacity: 2, items: [] }
    const { container } = show({ inventory: [hands, { ...satchel, items: [book] }] })
    expect(container).not.toHaveTextContent('Empty')
    expect(screen.getByText('Book of Tides')).toBeVisible()
    cleanup()
    show({ inventory: [hands, { ...satchel, items: [] }] })
    expect(screen.getAllByText('Empty')).toHaveLength(1)
  })

  it('names the owners of fields with the same label', () => {
    show({ fields: [luck, { ...luck, entityId: 'horse', entity: 'Horse' }] })
    expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
      'Player',
      'Horse',
    ])
  })

  it('shows the time, and names a clock only among several', () => {
    const clock = { entityId: 'hours', entity: 'The hours', day: 2, time: '00:30' }
    const { container } = show({ clocks: [clock] })
    expect(container).toHaveTextContent('Day 2, 00:30')
    expect(screen.queryByText('The hours')).toBeNull()
    show({ clocks: [clock, { ...clock, entityId: 'fuse', entity: 'The fuse' }] })
    expect(screen.getByText('The fuse')).toBeVisible()
  })

  it('lists the inventory and its contents, and opens the descriptions', async () => {
    const coin = { entityId: 'coin', entity: 'Coin', description: '', items: [] }
    const purse = { entityId: 'purse', entity: 'Purse', description: 'Of old leather.', items: [coin] }
    const { container, user } = show({ inventory: [{ ...of, entityId: 'player', capacity: 3, items: [purse] }] })
    expect(screen.getByRole('heading', { name: 'Inventory 1 of 3' })).toBeVisible()
    expect(within(screen.getAllByRole('listitem')[0] ?? container).getByText('Coin')).toBeVisible()
    const opened = screen.getByText('Of old leather.').closest('details')
    expect(opened).not.toHaveAttribute('open')
    await user.click(screen.getByText('Purse'))
    expect(opened).toHaveAttribute('open')
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it('says that the inventory is empty', () => {
    show({ inventory: [{ ...of, capacity: null, items: [] }] })
    expect(screen.getByText('Empty')).toBeVisible()
  })

  it('marks what the last answer changed, effects included, and nothing else', () => {
    const changes = [{ entity: 'player', field: 'luck', before: 4, after: 3 }]
    const effects = [{ action: 'state/add', args: {}, changes }]
    const changed = changedFieldKeys([receiptEntry({ receipt: receipt({ changes: [], effects }) })])
    const { container } = show({ fields: [luck, mood] }, [...changed])
    expect(container).toHaveTextContent(/Changed: Luck3 of 5/)
    expect(container.textContent).not.toContain('Changed: Mood')
  })
})
