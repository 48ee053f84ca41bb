import { describe, expect, it } from 'vitest'

import { findWorstCase } from '../../src/budgets/worstCase.ts'

const longestOf = (fields: object) => findWorstCase(JSON.stringify({ messages: [], ...fields }))?.outputTokens

describe('the longest answer of a request', () => {
  it.each<[object, number | null]>([
    [{}, null],
    [{ max_tokens: 300 }, 300],
    [{ max_tokens: 300, max_completion_tokens: 500 }, 500],
    [{ options: { num_predict: 300 } }, 300],
    [{ options: { num_predict: -1 } }, null],
    [{ max_tokens: null }, null],
    [{ max_tokens: 0 }, null],
  ])('is what %j says', (fields, tokens) => {
    expect(longestOf(fields)).toBe(tokens)
  })

  it.each<[object, number]>([
    [{ max_tokens: 300, best_of: 8 }, 2400],
    [{ max_tokens: 300, best_of: 1 }, 300],
    [{ max_tokens: 300, best_of: -1 }, 300],
    [{ generationConfig: { maxOutputTokens: 300, candidateCount: 3 } }, 900],
  ])('counts for each of several answers, as in %j', (fields, tokens) => {
    expect(longestOf(fields)).toBe(tokens)
  })

  it('is not known if a text says it, too, which a server may read as a number', () => {
    expect(longestOf({ max_tokens: 300, max_completion_tokens: '100000' })).toBeNull()
  })
})
