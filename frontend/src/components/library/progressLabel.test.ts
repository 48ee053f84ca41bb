import { describe, expect, it } from 'vitest'

import { gamebook } from '../../testSupport/builders.ts'
import { progressLabel } from './progressLabel.ts'

describe('progressLabel', () => {
  it.each([
    [{}, 'Not played yet'],
    [{ source: 'local' }, 'Yours, not played yet'],
    [{ sessionCount: 2, endings: { found: 1, total: 3 } }, '1 of 3 endings found'],
    [{ sessionCount: 1, endings: { found: 0, total: 0 } }, '1 session'],
    [{ sessionCount: 2, endings: { found: 0, total: 0 } }, '2 sessions'],
    [{ playable: false, errorCount: 1 }, '1 problem to fix first'],
  ] as const)('describes %j as %j', (change, line) => {
    expect(progressLabel(gamebook(change))).toBe(line)
  })
})
