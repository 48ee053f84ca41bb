import { describe, expect, it } from 'vitest'

import { gamebook } from '../../testSupport/builders.ts'
import { tellProgress } from './progressLabel.ts'

describe('tellProgress', () => {
  it.each([
    [{}, 'Not read yet'],
    [{ source: 'local' }, 'Yours, not read yet'],
    [{ sessionCount: 2, endings: { found: 1, total: 3 } }, '1 of 3 endings found'],
    [{ sessionCount: 1, endings: { found: 0, total: 0 } }, '1 session'],
    [{ sessionCount: 2, endings: { found: 0, total: 0 } }, '2 sessions'],
    [{ playable: false, errorCount: 1 }, '1 problem to mend first'],
  ] as const)('tells %j as %j', (change, line) => {
    expect(tellProgress(gamebook(change))).toBe(line)
  })
})
