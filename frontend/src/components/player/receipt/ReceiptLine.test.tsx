import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { receipt, receiptEntry } from '../../../testSupport/builders.ts'
import { findAccessibilityViolations } from '../../../testSupport/findAccessibilityViolations.ts'
import { renderPage } from '../../../testSupport/renderPage.tsx'
import { preferencesStore } from '../../../theme/preferencesStore.ts'
import type { ReceiptEntry } from '../../../types/api.ts'
import { ReceiptLine } from './ReceiptLine.tsx'

const tried = receiptEntry({
  line: '2d6: 2 + 3 + 1 = 6 against 9: failure. Luck 1 → 0.',
  receipt: receipt({
    action: 'core/call',
    function: 'try_luck',
    args: { how: 'boldly' },
    guards: [{ guard: 'try_luck.enabled', source: 'player.luck > 0', holds: true }],
    roll: { roll: '2d6', dice: [2, 3], add: 1, total: 6, at_least: 9, success: false },
    changes: [],
    effects: [
      {
        action: 'state/add',
        args: { entity_id: 'player', field: 'luck', amount: -2 },
        changes: [{ entity: 'player', field: 'luck', before: 1, after: 0, clamped: true }],
      },
      {
        action: 'dice/roll',
        args: { roll: 'd4' },
        roll: { roll: '1d4', dice: [4], add: 0, total: 4 },
        changes: [],
        effects: [{ action: 'mine/omen', args: {}, changes: [] }],
      },
    ],
  }),
})
const { function: _, ...unasked } = receipt({
  action: 'state/set',
  by: 'trigger',
  trigger: 'Ledger#2',
  guards: [],
  changes: [],
})
const silent = receiptEntry({ line: '', receipt: unasked })

afterEach(() => preferencesStore.set({ view: 'reading' }))

beforeEach(() => preferencesStore.set({ view: 'workshop' }))
const show = (entry: ReceiptEntry) => {
  const { container } = renderPage(<ReceiptLine entry={entry} />)
  return { container, user: userEvent.setup() }
}

describe('a line of the engine for a player', () => {
  beforeEach(() => preferencesStore.set({ view: 'reading' }))

  it('opens to the account of the roll, without ids, conditions and payloads', async () => {
    const { container, user } = show(tried)
    await user.click(screen.getByText(/failure. Luck/))
    expect(container.querySelector('details')).toHaveAttribute('open')
    expect(screen.getByText('2 + 3')).toBeVisible()
    expect(screen.getByText('+ 1')).toBeVisible()
    expect(screen.getByText('6 against 9')).toBeVisible()
    expect(container).not.toHaveTextContent(/player\.luck|core\/call|try_luck|boldly|mine\/omen/)
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it('does not open where there is nothing more to say', () => {
    const { container } = show(receiptEntry({ line: 'You went to the platform' }))
    expect(screen.getByText('You went to the platform')).toBeVisible()
    expect(container.querySelector('details')).toBeNull()
  })

  it('is not shown twice', () => {
    const refused = receiptEntry({ line: "You can't do that now.", receipt: receipt({ result: 'refused' }) })
    const { container } = renderPage(<ReceiptLine entry={refused} isRepeated />)
    expect(container).toBeEmptyDOMElement()
  })
})

describe('a line of the engine for an author', () => {
  it('opens the whole receipt by keyboard', async () => {
    const { container, user } = show(tried)
    const details = container.querySelector('details')
    expect(details).not.toHaveAttribute('open')
    await user.click(screen.getByText(/failure. Luck/))
    expect(details).toHaveAttribute('open')
    for (const words of [
      'core/call, requested by the narrator with try_luck',
      'how: boldly',
      'met try_luck.enabled: player.luck > 0',
      '2d6: 2 + 3 + 1 = 6 against 9: failure',
      'state/add',
      'amount: -2',
      'player.luck: 1 → 0 (stopped at the limit)',
      '1d4: 4 = 4',
      'mine/omen',
    ]) {
      expect(details).toHaveTextContent(words)
    }
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it('that a player would not notice is shown, with its action and trigger', () => {
    preferencesStore.set({ view: 'reading' })
    const { container } = show(silent)
    expect(container.querySelector('details')).toBeNull()
    act(() => preferencesStore.set({ view: 'workshop' }))
    expect(screen.getByText('state/set, triggered by Ledger#2', { selector: 'summary *' })).toBeVisible()
    expect(container).toHaveTextContent('state/set, triggered by Ledger#2')
  })

  it('says that a trigger was refused', () => {
    preferencesStore.set({ view: 'workshop' })
    show({ ...silent, receipt: { ...silent.receipt, result: 'refused', code: 'no-room' } })
    expect(screen.getByText('state/set, triggered by Ledger#2: refused')).toBeVisible()
  })

  it('shows the exit that was taken, and narrations as text', () => {
    const narrated = { action: 'core/narrate', args: { text: 'It holds, just.' }, changes: [] }
    const entry = receiptEntry({
      line: 'You went to the platform',
      receipt: receipt({ edge: 'drainpipe', effects: [narrated] }),
    })
    show(entry)
    expect(screen.getByText('drainpipe')).toBeInTheDocument()
    expect(screen.getByText('It holds, just.').tagName).toBe('P')
  })

  it('shows numbers without rounding errors, also in lists and rolls', () => {
    const change = { entity: 'scale', field: 'weight', before: 0.1, after: 0.1 + 0.2 }
    const roll = { roll: '1d4', dice: [1], add: 0.1 * 3, total: 1 + 0.1 * 3, at_least: 1.1 * 3, success: false }
    const args = { amount: 0.3 - 0.1, all: [0.1 + 0.7], huge: 1e21, many: 12000 }
    const { container } = show(receiptEntry({ receipt: receipt({ args, roll, changes: [change] }) }))
    expect(container).toHaveTextContent('amount: 0.2, all: [0.8], huge: 1000000000000000000000, many: 12000')
    expect(container).toHaveTextContent('1d4: 1 + 0.3 = 1.3 against 3.3: failure')
    expect(container).toHaveTextContent('scale.weight: 0.1 → 0.3')
  })

  it('shows invalid arguments raw', () => {
    const { container } = show(receiptEntry({ receipt: receipt({ args: '{"to":' }) }))
    expect(container).toHaveTextContent('raw: {"to":')
  })
})
