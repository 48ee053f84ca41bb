import { describe, expect, it } from 'vitest'
import { createBuiltinNarrator } from '../../src/narrator/builtinNarrator.ts'
import { loadShipped, playGamebook } from './kit/playGamebook.ts'
import { lowWater } from './kit/scripts/lowWater.ts'
import { thirteenthCup } from './kit/scripts/thirteenthCup.ts'
import { whatTheParrotSaid } from './kit/scripts/whatTheParrotSaid.ts'

const model = createBuiltinNarrator({ wordDelayMs: 0 })

describe.each([
  ['low-water', lowWater],
  ['thirteenth-cup', thirteenthCup],
  ['what-the-parrot-said', whatTheParrotSaid],
])('%s', (name, scripts) => {
  it.each(Object.entries(scripts))('is played to "%s"', async (ending, script) => {
    const play = await playGamebook(loadShipped(name), script, { model })
    const journal = play.turns.map(({ words, calls }) => `${words ?? ''} → ${calls.join(', ')}`)
    expect(play.ending, journal.join('\n')).toBe(ending)
    for (const { text } of play.turns) {
      expect(text).not.toMatch(/[a-z0-9]_[a-z0-9]/)
      expect(text).toMatch(/^["A-Z].*[.?!*"]$/s)
    }
  })
})
