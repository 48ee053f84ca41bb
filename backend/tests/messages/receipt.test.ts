import type { Receipt } from '@llm-gamebook/story'
import { expect, it } from 'vitest'

import { StoredReceiptEntry } from '../../src/messages/receipt.ts'

it('keeps the edge of a move, in a receipt and in its effects', () => {
  const move = { action: 'graph/transition', args: { to: 'platform' }, edge: 'drainpipe', changes: [] }
  const receipt: Receipt = { ...move, by: 'tool', result: 'applied', guards: [], effects: [move] }
  const entry = { id: 'a', partId: null, line: '', receipt }
  expect(StoredReceiptEntry.parse(entry)).toEqual(entry)
})
