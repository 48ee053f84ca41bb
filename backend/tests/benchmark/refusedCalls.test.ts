import type { Receipt } from '@llm-gamebook/story'
import { expect, it } from 'vitest'

import { hasAppliedRefused } from '../../src/benchmark/score/countCalls.ts'
import type { Part } from '../../src/messages/part.ts'
import type { StoredReceiptEntry } from '../../src/messages/receipt.ts'

type Call = Pick<Receipt, 'args' | 'result'>

const turn = {
  calls: [
    { function: 'move_to', args: { to: 'hall' } },
    { function: 'move_to', args: { to: 'vault' }, refused: true as const },
  ],
}

function answerWith(calls: readonly Call[]) {
  const parts = calls.map((_, at): Part => ({
    type: 'tool-call',
    id: `p${at}`,
    input: null,
    toolName: 'move_to',
    receiptId: `r${at}`,
    result: null,
  }))
  const receipts = calls.map(({ args, result }, at): StoredReceiptEntry => ({
    ...{ id: `r${at}`, partId: `p${at}`, line: '' },
    receipt: { action: 'graph/transition', by: 'tool', function: 'move_to', args, result, guards: [], changes: [] },
  }))
  return { parts, receipts }
}

const TO_HALL = { to: 'hall' }
const TO_VAULT = { to: 'vault' }
const reference = answerWith([
  { args: TO_HALL, result: 'applied' },
  { args: TO_VAULT, result: 'refused' },
])

it.each<[string, Call[], boolean]>([
  ['nothing was called', [], false],
  [
    'the due call of the same function was applied',
    [
      { args: TO_HALL, result: 'applied' },
      { args: TO_VAULT, result: 'refused' },
    ],
    false,
  ],
  ['it was applied', [{ args: TO_VAULT, result: 'applied' }], true],
  [
    'it was applied beside the due call',
    [
      { args: TO_HALL, result: 'applied' },
      { args: TO_VAULT, result: 'applied' },
    ],
    true,
  ],
  ['it was applied with other arguments', [{ args: { to: 'cellar' }, result: 'applied' }], true],
])('a refused call: %s', (_, calls, isApplied) => {
  expect(hasAppliedRefused(turn, reference, answerWith(calls))).toBe(isApplied)
})
