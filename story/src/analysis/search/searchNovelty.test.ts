import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textOf } from '../../testSupport/cones/bruteForce.ts'
import { playCone } from '../../testSupport/cones/playCone.ts'
import { keyPuzzle, leversOf } from '../../testSupport/puzzles.ts'
import { isPlayable, randomTask } from '../../testSupport/randomGoal.ts'
import type { SearchLimits } from './searchLimits.ts'
import { NoveltySearch } from './searchNovelty.ts'
import { StateFacts } from './stateFacts.ts'

const NO_LIMITS: SearchLimits = { maxStates: 1e6, maxBytes: 1e9, maxMilliseconds: 1, elapsed: () => 0 }

describe('a novelty search of random cones', () => {
  it('shows only what can be reached, by paths that can be played', () => {
    fc.assert(
      fc.property(randomTask, ({ cone, transitions, truth }) => {
        const novelty = new NoveltySearch(transitions, new StateFacts(cone), NO_LIMITS)
        expect(novelty.search()).toBeNull()
        for (let state = 0; state < novelty.tree.size; state += 1) {
          expect(truth.states.has(textOf(novelty.tree.states.get(state)))).toBe(true)
          expect(isPlayable(transitions, novelty.tree.pathTo(state))).toBe(true)
        }
        for (const [goal, occurrence] of novelty.goals) {
          const { start, steps } = novelty.tree.pathToOccurrence(occurrence)
          const atStart = transitions.starts().filter(({ state }) => textOf(state) === textOf(start))
          expect((steps.at(-1)?.goals ?? atStart.flatMap(({ goals }) => goals)).includes(goal)).toBe(true)
        }
      }),
    )
  })
})

describe('a novelty search', () => {
  it('shows each value of many variables in few states', () => {
    const cone = leversOf(40)
    const novelty = new NoveltySearch(playCone(cone), new StateFacts(cone), NO_LIMITS)
    novelty.search()
    expect(novelty.tree.size).toBe(41)
    expect(novelty.firsts).toHaveLength(41)
  })

  it('finds what goes together with the values of a state when it begins again there', () => {
    const cone = keyPuzzle(9)
    const novelty = new NoveltySearch(playCone(cone), new StateFacts(cone), NO_LIMITS)
    novelty.search()
    const states = (): readonly string[] =>
      [...Array(novelty.tree.size).keys()].map((n) => textOf(novelty.tree.states.get(n)))
    expect(states()).toContain('8,1,0')
    expect(states()).not.toContain('1,2,0')
    novelty.searchFrom([states().indexOf('8,1,0')], [0, 1])
    const thrown = states().indexOf('1,2,0')
    expect(novelty.tree.pathTo(thrown).steps).toHaveLength(17)
  })

  it('stops at its limits', () => {
    const cone = leversOf(40)
    const few = new NoveltySearch(playCone(cone), new StateFacts(cone), { ...NO_LIMITS, maxStates: 10 })
    expect(few.search()).toEqual({ kind: 'limit', of: 'states', value: 10 })
    const short = new NoveltySearch(playCone(cone), new StateFacts(cone), { ...NO_LIMITS, elapsed: () => 5 })
    expect(short.search()).toEqual({ kind: 'limit', of: 'time', value: 5 })
  })
})
