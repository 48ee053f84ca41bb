import type { Entity, Gamebook } from '@llm-gamebook/story'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createBuiltinNarrator } from '../../src/narrator/builtinNarrator.ts'
import { loadShipped, Play } from './support/playGamebook.ts'

describe.each(['a-shadow-by-six', 'low-water', 'thirteenth-cup', 'what-the-parrot-said'])(
  'any sequence of its own words in %s',
  (name) => {
    const gamebook = loadShipped(name)
    const model = createBuiltinNarrator({ wordDelayMs: 0 })
    const wishes = [
      ...gamebook.functions.flatMap(wishesFor),
      'look',
      'inventory',
      'take everything',
      'back',
      'out',
      'yes',
      '2',
    ]
    const places = [...gamebook.entities.values()].flatMap(labelsOf)

    it('gives an answer without ids', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.constantFrom(...wishes, ...places), { minLength: 5, maxLength: 12 }),
          fc.nat(99),
          async (script, seed) => {
            const play = new Play(gamebook, { model, seed })
            await play.playTurn(null)
            for (const words of script) {
              if (play.state.ended !== undefined) break
              const { text } = await play.playTurn(words)
              expect(text).toMatch(/^["“*A-Z¿¡].*[.?!*”"]$/s)
              expect(text).not.toMatch(/[a-z]_[a-z0-9]/)
            }
          },
        ),
        { numRuns: 60 },
      )
    })
  },
)

/** "The player opens the box." is what a player would type as "opens the box". */
function wishesFor({ description }: Gamebook['functions'][number]): readonly string[] {
  return description.kind === 'constant' ? [description.text.replace(/^The player /, '')] : []
}

function labelsOf({ graphNode }: Entity): readonly string[] {
  return (graphNode?.edges ?? []).flatMap(({ label }) => (label === null ? [] : [label]))
}
