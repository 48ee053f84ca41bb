import { describe, expect, it } from 'vitest'
import { createBuiltinNarrator } from '../../src/narrator/builtinNarrator.ts'
import { loadShipped, playGamebook } from './support/playGamebook.ts'
import { startsWithStock } from './support/stock.ts'
import { lowWater } from './support/scripts/lowWater.ts'
import { shadowBySix } from './support/scripts/shadowBySix.ts'
import { thirteenthCup } from './support/scripts/thirteenthCup.ts'
import { whatTheParrotSaid } from './support/scripts/whatTheParrotSaid.ts'

const model = createBuiltinNarrator({ wordDelayMs: 0 })

describe.each([
  ['a-shadow-by-six', shadowBySix],
  ['low-water', lowWater],
  ['thirteenth-cup', thirteenthCup],
  ['what-the-parrot-said', whatTheParrotSaid],
])('%s', (name, scripts) => {
  it.each(Object.entries(scripts))('is played to "%s"', async (ending, script) => {
    const play = await playGamebook(loadShipped(name), script, { model })
    const journal = play.turns.map(({ message, calls }) => `${message ?? ''} → ${calls.join(', ')}`)
    expect(play.ending, journal.join('\n')).toBe(ending)
    for (const { text } of play.turns) {
      expect(text).not.toMatch(/[a-z0-9]_[a-z0-9]/)
      expect(text).toMatch(/^["A-Z].*[.?!*"]$/s)
    }
  })
})

describe('in A Shadow by Six', () => {
  it.each(Object.entries(shadowBySix))('at most 900 words lead to "%s"', async (_, script) => {
    const { turns } = await playGamebook(loadShipped('a-shadow-by-six'), script, { model })
    const text = turns.map((turn) => turn.text).join('\n')
    expect(text.match(/\S+/g)?.length).toBeLessThanOrEqual(900)
  })

  it.each(['yes', 'No, I am sorry.', 'I can try'])('%j answers the first question', async (words) => {
    const { last } = await playGamebook(loadShipped('a-shadow-by-six'), [words], { model })
    expect(last.calls).toEqual(['ask {"who":"dunn","about":"by_six"}'])
    expect(last.text).toMatch(/^Mr\. Dunn needs a yes, and takes that for one\./)
  })

  it.each(['counter', 'bell', 'curtain', 'sun', 'street', 'hat', 'coat', 'shoes', 'apron'])(
    'the %s can be looked at',
    async (noun) => {
      const { last } = await playGamebook(loadShipped('a-shadow-by-six'), [`look at the ${noun}`], { model })
      expect(last.calls).toEqual([])
      expect(last.text).not.toMatch(/nothing like that|green curtain hides/)
    },
  )
})

describe('in Low Water', () => {
  it.each([
    ['push open the tall doors', ['gate', 'lodge'], startsWithStock('no exit')],
    ["go to the keeper's room", ['gate', 'tall doors'], startsWithStock('no exit')],
    ['steal the crown', [], startsWithStock('not here: have')],
    ['open the book', [], /The tarred stitches do not give to fingers\./],
    ['talk to the keeper', [], startsWithStock('not here: talk')],
  ])('%j after %j does nothing, and says so', async (words, script, expected) => {
    const { last } = await playGamebook(loadShipped('low-water'), [...script, words], { model })
    expect(last.calls).toEqual([])
    expect(last.text).toMatch(expected)
  })

  it('a greeting describes the keeper and calls nothing', async () => {
    const toTheGallery = lowWater['The Sea Keeps Its Side']?.slice(0, 14) ?? []
    const { last } = await playGamebook(loadShipped('low-water'), [...toTheGallery, 'say hello to the keeper'], {
      model,
    })
    expect(last.calls).toEqual([])
    expect(last.text).toContain('Returns to me, please.')
  })

  it('answers who looks closer, who asks, and who answers the keeper in free words', async () => {
    const toTheGallery = lowWater['The Sea Keeps Its Side']?.slice(0, 14) ?? []
    const script = [
      ...toTheGallery,
      'look at the lever',
      'ask her about the porter',
      'show the book to the keeper',
      'she was young and it seemed funny',
      'ask about the fine',
    ]
    const { turns } = await playGamebook(loadShipped('low-water'), script, { model })
    const texts = turns.slice(-5).map(({ text }) => text)
    expect(texts[0]).toContain('RING FIRST')
    expect(texts[1]).toContain('He has even left his lantern.')
    expect(texts[2]).toContain('Why is it late?')
    expect(texts[3]).toContain('"So that was the noise," she says')
    expect(texts[4]).toContain('three pounds and five shillings')
  })

  it("a roll has the author's words and the new time, and the dice on its receipt", async () => {
    const { last } = await playGamebook(loadShipped('low-water'), ['gate', 'tall doors', 'bindery', 'open the book'], {
      model,
    })
    expect(last.text).toMatch(/^The (knife goes|blade skids) /)
    expect(last.text).toContain('01:20')
    expect(last.lines[0]).toMatch(/^2d6: \d \+ \d \+ 2 = \d+ against \d+: (success|failure)/)
  })
})
