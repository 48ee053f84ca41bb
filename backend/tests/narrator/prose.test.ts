import { describe, expect, it } from 'vitest'
import { narrate } from '../../src/narrator/narrate.ts'
import { called, inputOf } from './support/input.ts'
import { saltLanternLanding } from './support/saltLanternView.ts'
import { answered, chapel, square, squareWithRope } from './support/villageViews.ts'

function told(...[view, over]: Parameters<typeof inputOf>): string {
  const narration = narrate(inputOf(view, over), new Set())
  return narration.kind === 'text' ? narration.text : ''
}

const went = [called('go_to', { action: 'graph/transition' })]

describe('the opening', () => {
  it('weaves the summary, the place, who is there and what can be done', () => {
    expect(told(square, { before: null, turn: 0, told: [] })).toBe(`The village well has begun to answer back.

Cobbles, one lantern, the old well. You are the bell ringer's apprentice, too curious to sleep. Old Mara sits on the rim of the well and knits.

From here you could go to the chapel or up the north lane, or untie the rope of the well.`)
  })

  it('names no plot and no step of it', () => {
    const text = told(saltLanternLanding, { before: null, turn: 0, told: [] })
    expect(text).toContain('Weedy steps cut into the rock')
    expect(text).toContain('to the boathouse or the cliff path')
    expect(text).not.toMatch(/beat|arrival|keeper missing|Dark Lamp|brass key|Nobody has found/i)
  })
})

describe('a new place', () => {
  it('is told in full the first time', () => {
    const turn = { before: square, words: 'chapel', told: ['square'], cameFrom: { village: 'square' }, results: went }
    expect(told(chapel, turn)).toBe(`You go to the chapel. Two pews, no priest. A candle burns.

You might go back to the square.`)
  })

  it('is told in short when it is known', () => {
    const turn = {
      before: chapel,
      words: 'back',
      told: ['square', 'chapel'],
      cameFrom: { village: 'chapel' },
      results: went,
    }
    expect(told(square, turn))
      .toBe(`You go to the square. Cobbles, one lantern, the old well. Old Mara sits on the rim of the well and knits.

You might go up the north lane or back to the chapel, or untie the rope of the well.`)
  })
})

describe('a deed', () => {
  it('is told with what has changed and what has become possible', () => {
    const untied = [called('untie_rope', { args: { to: 'rope_loose' }, action: 'graph/transition' })]
    expect(told(squareWithRope, { before: square, words: 'untie the rope', results: untied }))
      .toBe(`You untie the rope of the well. The rope comes away in your hands. It is long enough.

You might go down the well.`)
  })

  it('tells notes for a model as sentences to the player', () => {
    const [, place, hours] = saltLanternLanding.graphs
    const missing = {
      graphId: 'the_dark_lamp',
      graphName: 'The Dark Lamp',
      nodeId: 'keeper_missing',
      name: 'Keeper missing',
      description: "- ENDING. The player's hands shake.\n- The player has lost the keeper,\n  and hears the sea",
    }
    const graphs = [missing, place, hours].filter((each) => each !== undefined)
    const results = [called('advance_dark_lamp')]
    const text = told({ ...saltLanternLanding, graphs }, { before: saltLanternLanding, words: 'look for him', results })
    expect(text).toBe('Your hands shake. You have lost the keeper, and hears the sea.')
  })
})

it('voices the reason of a refusal', () => {
  const reason = 'Nobody gets down there without a rope.'
  const results = [called('go_to', { result: 'refused', reason })]
  expect(told(square, { words: 'down', results })).toBe(`Nobody gets down there without a rope.

You might go to the chapel or up the north lane, or untie the rope of the well.`)
})

it('tells an ending to its end', () => {
  expect(told(answered, { before: squareWithRope, words: 'down', told: ['square'], results: went }))
    .toBe(`You go down the well. Wet stone, and a voice below.

It says your name, and then it says please.

That is the end of it, and a good one: Answered.`)
})

it.each([
  ['look around', 'Cobbles, one lantern, the old well. Old Mara sits on the rim of the well and knits.'],
  ['where am I', 'This is the square. Cobbles, one lantern, the old well.'],
  ['examine the lantern', 'Cobbles, one lantern, the old well.'],
  ['who is here?', 'Old Mara sits on the rim of the well and knits.'],
  ['who am I', "You are the bell ringer's apprentice, too curious to sleep."],
  ['talk to old mara', 'Old Mara sits on the rim of the well and knits.'],
  ['what can I do?', 'You might go to the chapel or up the north lane, or untie the rope of the well.'],
  ['help', 'Say in plain words what you do'],
  ['wait', 'You stay as you are for a while.'],
  ['how do I get down the well?', 'Nobody gets down there without a rope.'],
  ['how do I untie the rope?', 'You might untie the rope of the well.'],
  ["don't go to the chapel", 'You leave it as it is.'],
  ['go to the moon', 'No way leads there from here.'],
  ['break the lantern', 'Cobbles, one lantern, the old well.'],
])('answers %j', (words, start) => {
  expect(told(square, { words }).replaceAll('\n\n', ' ')).toContain(start)
})

it('varies from turn to turn', () => {
  const texts = [0, 1, 2, 3, 4, 5].map((turn) => told(square, { words: 'dance', turn }))
  expect(new Set(texts).size).toBeGreaterThan(4)
})
