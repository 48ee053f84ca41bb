import { describe, expect, it } from 'vitest'

import { reportOn } from '../../src/benchmark/score/report.ts'
import { listBenchmarkBooks } from '../../src/benchmark/script/benchmarkBooks.ts'
import { BEHAVIORS } from '../support/scriptedModels/behaviors.ts'
import { BOOKS_FOLDER } from '../support/scriptedModels/booksFolder.ts'
import { readBooks, runScripted } from '../support/scriptedModels/runScripted.ts'

const ids = await listBenchmarkBooks(BOOKS_FOLDER)

describe.each(ids)('the script of %s', (id) => {
  it('is played to the full score by a model that does as it says', async () => {
    const { results } = await runScripted(BEHAVIORS.perfect, await readBooks([id]))
    for (const { turn, ...result } of results) {
      const asked = result.askedWords
      expect({ turn, ...result }).toMatchObject({
        error: null,
        calls: { made: result.calls.due, right: result.calls.due, mistaken: 0, extra: 0 },
        drift: [],
      })
      expect([turn, result.refusalNarrated, result.secretKept, result.languageKept]).not.toContain(false)
      if (asked !== null) expect([turn, result.words / asked < 1.5 && result.words / asked > 0.5]).toEqual([turn, true])
    }
    const [figures] = reportOn(results).figures
    expect(figures?.turns).toBe(20)
    expect(figures?.secretsKept.of).toBeGreaterThan(0)
    expect(figures?.refusalsNarrated.of).toBeGreaterThan(0)
    expect(figures?.severalAtOnce.of).toBeGreaterThan(0)
    expect(figures?.languageKept.of).toBeGreaterThan(0)
    expect(reportOn(results).recommendation.verdict).toBe('good')
  })
})
