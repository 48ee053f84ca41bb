import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textOf } from '../../testSupport/cones/bruteForce.ts'
import { playCone } from '../../testSupport/cones/playCone.ts'
import { keyPuzzle } from '../../testSupport/puzzles.ts'
import { makeCone, type TreeSketch } from '../../testSupport/cones/randomCone.ts'
import { isPlayable, randomTask } from '../../testSupport/randomGoal.ts'
import type { SearchLimits } from './searchLimits.ts'
import { searchMost } from './searchMost.ts'
import { NoveltySearch } from './searchNovelty.ts'
import { StateFacts } from './stateFacts.ts'

const NO_LIMITS: SearchLimits = { maxStates: 1e6, maxBytes: 1e9, maxMilliseconds: 1, elapsed: () => 0 }

/** A ring of rooms with flags that are raised in one room each, and a goal for each room with each flag. */
function ringOfFlags(rooms: number, flags: number): ReturnType<typeof makeCone> {
  const inRoom = (room: number, tree: TreeSketch): TreeSketch => ({
    test: 0,
    branches: [...Array(rooms).keys()].map((at) => (at === room ? tree : {})),
  })
  const each = (count: number): readonly number[] => [...Array(count).keys()]
  return makeCone({
    sizes: [rooms, ...each(flags).map(() => 2)],
    programs: [
      { test: 0, branches: each(rooms).map((at) => ({ set: [[0, (at + 1) % rooms]] })) },
      ...each(flags).map((flag) =>
        inRoom(rooms - 1 - flag, { test: 1 + flag, branches: [{ set: [[1 + flag, 1]] }, {}] }),
      ),
      ...each(rooms * flags).map((goal) =>
        inRoom(Math.floor(goal / flags), { test: 1 + (goal % flags), branches: [{}, { goals: [goal] }] }),
      ),
    ],
  })
}

describe('a search for most goals', () => {
  it('meets each pair of a room and a flag in few states', () => {
    const cone = ringOfFlags(20, 5)
    const most = searchMost(cone, playCone(cone), new StateFacts(cone), NO_LIMITS)
    expect(most.goals.size).toBe(100)
    expect(most.tree.size).toBeLessThan(20 * 8)
    const novelty = new NoveltySearch(playCone(cone), new StateFacts(cone), NO_LIMITS)
    novelty.search()
    expect(novelty.goals.size).toBeLessThan(50)
  })

  it('meets a goal far from what it needs', () => {
    const cone = keyPuzzle(9)
    const most = searchMost(cone, playCone(cone), new StateFacts(cone), NO_LIMITS)
    expect([...most.goals.keys()]).toEqual([0])
  })

  it('meets only what can be met, by paths that can be played', () => {
    fc.assert(
      fc.property(randomTask, ({ cone, transitions, truth }) => {
        const most = searchMost(cone, transitions, new StateFacts(cone), NO_LIMITS)
        for (let state = 0; state < most.tree.size; state += 1)
          expect(truth.states.has(textOf(most.tree.states.get(state)))).toBe(true)
        for (const occurrence of most.goals.values())
          expect(isPlayable(transitions, most.tree.pathToOccurrence(occurrence))).toBe(true)
      }),
    )
  })

  it('stops at its limits', () => {
    const cone = ringOfFlags(20, 5)
    const most = searchMost(cone, playCone(cone), new StateFacts(cone), { ...NO_LIMITS, maxStates: 30 })
    expect(most.tree.size).toBe(30)
  })
})
