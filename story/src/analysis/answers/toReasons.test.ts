import { expect, it } from 'vitest'

import type { Reason } from '../verdict/reason.ts'
import { toReasons } from './toReasons.ts'

const limit = (of: 'states' | 'time' | 'nodes', value: number): Reason => ({ kind: 'limit', of, value })
const coins: Reason = { kind: 'unbounded', variable: 'player.coins' }

it.each<[string, readonly (Reason | null)[], readonly Reason[]]>([
  ['once', [coins, null, { ...coins }], [coins]],
  ['with the largest limit of a kind', [limit('states', 8000), limit('states', 90_000)], [limit('states', 90_000)]],
  [
    'without other limits when the time is over',
    [limit('states', 8000), coins, limit('nodes', 1), limit('time', 60_000)],
    [coins, limit('time', 60_000)],
  ],
  ['as a path that was not played, if there is no other', [], [{ kind: 'not-replayed' }]],
])('names each reason %s', (_, reasons, named) => {
  expect(toReasons(reasons)).toEqual(named)
})
