import { describe, expect, it } from 'vitest'

import type { Figures } from '../../src/benchmark/score/figures.ts'
import { reportOn } from '../../src/benchmark/score/report.ts'
import type { TurnResult } from '../../src/benchmark/score/turnResult.ts'
import { BEHAVIORS, type BehaviorName } from '../support/scriptedModels/behaviors.ts'
import { readBooks, runScripted } from '../support/scriptedModels/runScripted.ts'

const books = await readBooks(['room-seven'])

const measured = new Map<BehaviorName, Promise<readonly TurnResult[]>>()

function measure(name: BehaviorName): Promise<readonly TurnResult[]> {
  const known = measured.get(name) ?? runScripted(BEHAVIORS[name], books).then(({ results }) => results)
  measured.set(name, known)
  return known
}

async function figuresOf(name: BehaviorName): Promise<Figures> {
  const [figures] = reportOn(await measure(name)).figures
  if (figures === undefined) throw new Error('Nothing was measured.')
  return figures
}

/** The verdict and its reason. */
const recommendationFor = async (name: BehaviorName) => reportOn(await measure(name)).recommendation

describe('the figures of a model', () => {
  it('are all full for one that does everything right', async () => {
    expect(await figuresOf('perfect')).toMatchObject({
      turns: 20,
      failed: 0,
      answered: { hits: 20, of: 20 },
      callsMade: { hits: 16, of: 16 },
      argumentsRight: { hits: 16, of: 16 },
      severalAtOnce: { hits: 4, of: 4 },
      quiet: { hits: 6, of: 6 },
      extraCalls: 0,
      refusalsNarrated: { hits: 2, of: 2 },
      secretsKept: { hits: 3, of: 3 },
      languageKept: { hits: 2, of: 2 },
      lengthKept: { hits: 2, of: 2 },
      driftPer100: 0,
    })
    expect((await recommendationFor('perfect')).verdict).toBe('good')
  })

  it('count the calls that one forgets, and what it then says that is not so', async () => {
    const figures = await figuresOf('forgetful')
    // By hand: 16 calls are due, and the turns with an odd place hold 7 of them.
    expect(figures.callsMade).toEqual({ hits: 9, of: 16 })
    expect(figures.argumentsRight).toEqual({ hits: 9, of: 9 })
    expect(figures.severalAtOnce).toEqual({ hits: 2, of: 4 })
    expect(figures.driftPer100).toBeGreaterThan(20)
    expect((await recommendationFor('forgetful')).text).toBe(
      'Not recommended: it forgets 44% of the calls that are due.',
    )
  })

  it('tell wrong arguments from calls that were not made', async () => {
    const figures = await figuresOf('mistaken')
    expect(figures.callsMade.hits).toBeGreaterThanOrEqual(15)
    expect(figures.argumentsRight.hits).toBeLessThan(figures.argumentsRight.of / 4)
    expect((await recommendationFor('mistaken')).text).toContain('wrong arguments')
  })

  it('notice secrets that are given away, refusals that are passed over, and calls that nobody wanted', async () => {
    const figures = await figuresOf('cheating')
    expect(figures.secretsKept).toEqual({ hits: 0, of: 3 })
    expect(figures.refusalsNarrated).toEqual({ hits: 0, of: 2 })
    expect(figures.quiet).toEqual({ hits: 3, of: 6 })
    expect(figures.extraCalls).toBe(3)
    expect((await recommendationFor('cheating')).verdict).toBe('unsuited')
  })

  it('measure length and language', async () => {
    const talkative = await figuresOf('talkative')
    expect(talkative.lengthKept).toEqual({ hits: 0, of: 2 })
    expect(talkative.lengthRatio).toBeGreaterThan(2)
    expect((await figuresOf('monolingual')).languageKept).toEqual({ hits: 1, of: 2 })
    expect((await recommendationFor('monolingual')).text).toContain('language')
  })

  it('leave open what an answer without text does not show', async () => {
    const figures = await figuresOf('mute')
    expect(figures.answered).toEqual({ hits: 0, of: 20 })
    expect(figures.secretsKept.of).toBe(0)
    expect(figures.languageKept.of).toBe(0)
    expect(figures.firstWordMs).toBeNull()
    expect((await recommendationFor('mute')).verdict).toBe('unsuited')
  })

  it('show a server that ignores tools', async () => {
    expect((await figuresOf('without tools')).callsMade).toEqual({ hits: 0, of: 16 })
    expect((await recommendationFor('without tools')).text).toContain('it calls no functions')
  })

  it('add up tokens and cost, which are unknown where a provider counts nothing', async () => {
    const results = await measure('perfect')
    const tokens = results.reduce((sum, turn) => sum + (turn.inputTokens ?? NaN) + (turn.outputTokens ?? NaN), 0)
    expect(reportOn(results).cost).toBeCloseTo(tokens / 1_000_000, 6)
    const uncounted = await runScripted(BEHAVIORS.perfect, books, ['full'], { countsTokens: false })
    expect(reportOn(uncounted.results).cost).toBeNull()
    expect(reportOn(uncounted.results).figures[0]).toMatchObject({
      inputTokens: null,
      outputTokens: null,
      costPerTurn: null,
    })
  })
})

describe('two sessions that were counted by hand', () => {
  /** Turn by turn: due, made, right, further mistakes, calls too many. */
  const BY_HAND = {
    forgetful: {
      'one-call': [1, 1, 1, 0, 0],
      'only-looking': [0, 0, 0, 0, 0],
      'closed-exit': [0, 0, 0, 0, 0],
      'two-calls': [2, 0, 0, 0, 0],
      'take-key': [1, 1, 1, 0, 0],
      'false-claim': [0, 0, 0, 0, 0],
      'number-argument': [2, 2, 2, 0, 0],
      'unsent-secret': [0, 0, 0, 0, 0],
      'move-and-talk': [2, 2, 2, 0, 0],
      'told-secret': [0, 0, 0, 0, 0],
      'choice-argument': [1, 1, 1, 0, 0],
      'other-language': [0, 0, 0, 0, 0],
      'text-argument': [1, 1, 1, 0, 0],
      'two-moves': [2, 0, 0, 0, 0],
      'put-down': [1, 1, 1, 0, 0],
      check: [1, 0, 0, 0, 0],
      'break-rules': [0, 0, 0, 0, 0],
      'other-words': [1, 0, 0, 0, 0],
      'closed-action': [0, 0, 0, 0, 0],
      ending: [1, 0, 0, 0, 0],
    },
    cheating: {
      'one-call': [1, 1, 1, 0, 0],
      'only-looking': [0, 0, 0, 0, 1],
      'closed-exit': [0, 0, 0, 0, 0],
      'two-calls': [2, 2, 2, 0, 0],
      'take-key': [1, 1, 1, 0, 0],
      'false-claim': [0, 0, 0, 0, 1],
      'number-argument': [2, 2, 2, 0, 0],
      'unsent-secret': [0, 0, 0, 0, 0],
      'move-and-talk': [2, 2, 2, 0, 0],
      'told-secret': [0, 0, 0, 0, 0],
      'choice-argument': [1, 1, 1, 0, 0],
      'other-language': [0, 0, 0, 0, 1],
      'text-argument': [1, 1, 1, 0, 0],
      'two-moves': [2, 2, 2, 0, 0],
      'put-down': [1, 1, 1, 0, 0],
      check: [1, 1, 1, 0, 0],
      'break-rules': [0, 0, 0, 0, 0],
      'other-words': [1, 1, 1, 0, 0],
      'closed-action': [0, 0, 0, 0, 0],
      ending: [1, 1, 1, 0, 0],
    },
  } as const satisfies Partial<Record<BehaviorName, Readonly<Record<string, readonly number[]>>>>

  it.each(['forgetful', 'cheating'] as const)('are in the report as they were counted: %s', async (name) => {
    const counted = (await measure(name)).map(({ turn, calls }) => [
      turn,
      [calls.due, calls.made, calls.right, calls.mistaken, calls.extra],
    ])
    expect(Object.fromEntries(counted)).toEqual(BY_HAND[name])
  })
})
