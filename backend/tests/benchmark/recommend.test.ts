import { describe, expect, it } from 'vitest'

import type { Figures } from '../../src/benchmark/score/figures.ts'
import { recommend } from '../../src/benchmark/score/recommend.ts'

const all = { hits: 20, of: 20 }

const GOOD: Figures = {
  arm: 'full',
  turns: 20,
  failed: 0,
  answered: all,
  callsMade: all,
  argumentsRight: all,
  severalAtOnce: all,
  quiet: all,
  extraCalls: 0,
  refusalsNarrated: all,
  secretsKept: all,
  languageKept: all,
  lengthKept: all,
  lengthRatio: 1,
  driftPer100: 0,
  firstWordMs: 300,
  wordsPerSecond: 40,
  inputTokens: null,
  outputTokens: null,
  costPerTurn: null,
}
const share = (hits: number) => ({ hits, of: 20 })

describe('the recommendation', () => {
  it.each<[string, Partial<Figures>, string, RegExp]>([
    ['a model without weaknesses', {}, 'good', /Good for long stories/],
    ['too few turns', { turns: 9 }, 'unknown', /Only 9 turns/],
    ['no turn', { turns: 0 }, 'unknown', /^No turn could be measured/],
    ['one turn', { turns: 1 }, 'unknown', /Only one turn/],
    ['many empty answers', { answered: share(15) }, 'unsuited', /25% of its answers are empty/],
    ['some empty answers', { answered: share(17) }, 'usable', /15% of its answers are empty/],
    ['no calls', { callsMade: share(0) }, 'unsuited', /calls no functions/],
    ['most calls forgotten', { callsMade: share(13) }, 'unsuited', /forgets 35% of the calls/],
    ['some calls forgotten', { callsMade: share(16) }, 'usable', /forgets 20% of the calls/],
    ['one call forgotten', { callsMade: share(18) }, 'good', /Good/],
    ['many wrong arguments', { argumentsRight: share(10) }, 'unsuited', /50% of its calls have wrong arguments/],
    ['some wrong arguments', { argumentsRight: share(16) }, 'usable', /20% of its calls have wrong arguments/],
    ['secrets given away', { secretsKept: share(9) }, 'unsuited', /gives secrets away/],
    ['one secret given away', { secretsKept: share(19) }, 'usable', /can be talked into/],
    ['acts without a request', { quiet: share(15) }, 'usable', /acts without being asked to/],
    ['refusals passed over', { refusalsNarrated: share(15) }, 'usable', /passes over what the story refuses/],
    ['much drift', { driftPer100: 45 }, 'unsuited', /contradicts the story 45 times in 100 turns/],
    ['some drift', { driftPer100: 15 }, 'usable', /contradicts the story 15 times in 100 turns/],
    ['another language', { languageKept: share(19) }, 'usable', /language/],
    ['other lengths', { lengthKept: share(9) }, 'usable', /longer or shorter/],
    [
      'two weaknesses',
      { quiet: share(15), driftPer100: 15 },
      'usable',
      /with two reservations: .*without being asked to, and it contradicts/,
    ],
    [
      'three weaknesses',
      { quiet: share(15), driftPer100: 15, callsMade: share(16) },
      'poor',
      /^For short stories only/,
    ],
    ['figures that are not known', { secretsKept: { hits: 0, of: 0 }, driftPer100: null }, 'good', /Good/],
  ])('follows its rules for %s', (_, change, verdict, text) => {
    const recommendation = recommend({ ...GOOD, ...change })
    expect(recommendation.verdict).toBe(verdict)
    expect(recommendation.text).toMatch(text)
  })
})
