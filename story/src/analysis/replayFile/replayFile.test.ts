import { expect, it } from 'vitest'

import { TOWER } from '../../testSupport/tower.ts'
import { loadGamebook } from '../../testSupport/loadGamebook.ts'
import { checkGamebook } from '../checkGamebook.ts'
import { replay } from '../steps/replay.ts'
import { claimOf, judgeReplay } from './claim.ts'
import { findReplaySeed } from './findReplaySeed.ts'
import { playReplay } from './playReplay.ts'

const tower = loadGamebook(TOWER)
const paths = (checkGamebook(TOWER).explored?.endings ?? []).flatMap(({ steps }) => (steps === null ? [] : [steps]))

it('plays every path to an ending as the checker does, and finds a seed for it', () => {
  expect(paths.length).toBeGreaterThan(0)
  for (const steps of paths) {
    const played = playReplay(tower, steps, null)
    expect(played.map(({ state }) => state)).toEqual(replay(tower, steps))
    expect(judgeReplay(tower, { kind: 'played' }, steps, played).isShown).toBe(true)
    const seed = findReplaySeed(tower, steps)
    expect(playReplay(tower, steps, seed).at(-1)?.state.ended).toEqual(played.at(-1)?.state.ended)
  }
})

it('does not show a dead end where the story ends, or after a refused call', () => {
  const [steps = []] = paths
  const claim = claimOf({ code: 'soft-lock', path: '' })
  expect(judgeReplay(tower, claim, steps, playReplay(tower, steps, null)).text).toContain('The story has ended')
  expect(judgeReplay(tower, claim, [], playReplay(tower, [], null)).isShown).toBe(true)
  const unknown = [{ function: 'fly', args: {}, rolls: [] }]
  expect(judgeReplay(tower, claim, unknown, playReplay(tower, unknown, null))).toEqual({
    isShown: false,
    text: "The engine refused call 1, so the replay doesn't show it.",
  })
})
