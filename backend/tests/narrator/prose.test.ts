import { describe, expect, it } from 'vitest'
import { narrate } from '../../src/narrator/narrate.ts'
import { called, inputOf } from './support/input.ts'
import { startsWithStock } from './support/stock.ts'
import { saltLanternLanding } from './support/saltLanternView.ts'
import { answered, chapel, square, squareWithRope } from './support/villageViews.ts'

function textFor(...[view, over]: Parameters<typeof inputOf>): string {
  const narration = narrate(inputOf(view, over), new Set())
  return narration.kind === 'text' ? narration.text : ''
}

const went = [called('go_to', { action: 'graph/transition' })]

describe('the opening', () => {
  it('combines the summary, the place and the people, and leaves the options to the page', () => {
    expect(textFor(square, { before: null, turn: 0, describedNodeIds: [] }))
      .toBe(`The village well has begun to answer back.

Cobbles, one lantern, the old well. You are the bell ringer's apprentice, too curious to sleep. Old Mara sits on the rim of the well and knits.`)
  })

  it('does not name a plot or its nodes', () => {
    const text = textFor(saltLanternLanding, { before: null, turn: 0, describedNodeIds: [] })
    expect(text).toContain('Weedy steps cut into the rock')
    expect(text).not.toMatch(/beat|arrival|keeper missing|Dark Lamp|brass key|Nobody has found/i)
  })
})

describe('a new place', () => {
  it('is described in full the first time', () => {
    const turn = {
      before: square,
      message: 'chapel',
      describedNodeIds: ['square'],
      cameFrom: { village: 'square' },
      results: went,
    }
    expect(textFor(chapel, turn)).toBe(`You go to the chapel. Two pews, no priest. A candle burns.`)
  })

  it('is described briefly when it is known', () => {
    const turn = {
      before: chapel,
      message: 'back',
      describedNodeIds: ['square', 'chapel'],
      cameFrom: { village: 'chapel' },
      results: went,
    }
    expect(textFor(square, turn)).toMatch(
      /^(?:You go to the square|The square again)\. Cobbles, one lantern, the old well\. Old Mara sits on the rim of the well and knits\.$/,
    )
  })
})

describe('an action', () => {
  it('is narrated with its changes', () => {
    const untied = [called('untie_rope', { args: { to: 'rope_loose' }, action: 'graph/transition' })]
    expect(textFor(squareWithRope, { before: square, message: 'untie the rope', results: untied })).toBe(
      `You untie the rope of the well. The rope comes away in your hands. It is long enough.`,
    )
  })

  it('turns notes for a model into sentences that address the player', () => {
    const [, place, hours] = saltLanternLanding.graphs
    const missing = {
      graphId: 'the_dark_lamp',
      graphName: 'The Dark Lamp',
      nodeId: 'keeper_missing',
      name: 'Keeper missing',
      description: "- ENDING. The player's hands shake.\n- The player has lost the keeper,\n  and hears the sea",
      details: [],
    }
    const graphs = [missing, place, hours].filter((each) => each !== undefined)
    const results = [called('advance_dark_lamp')]
    const text = textFor(
      { ...saltLanternLanding, graphs },
      { before: saltLanternLanding, message: 'look for him', results },
    )
    expect(text).toBe('Your hands shake. You have lost the keeper, and hears the sea.')
  })
})

it('gives the reason for a refusal', () => {
  const reason = 'Nobody gets down there without a rope.'
  const results = [called('go_to', { result: 'refused', reason })]
  expect(textFor(square, { message: 'down', results })).toBe(reason)
})

it('narrates an ending in full', () => {
  expect(textFor(answered, { before: squareWithRope, message: 'down', describedNodeIds: ['square'], results: went }))
    .toBe(`You go down the well. Wet stone, and a voice below.

It says your name, and then it says please.`)
})

it.each([
  ['look around', 'Cobbles, one lantern, the old well. Old Mara sits on the rim of the well and knits.'],
  ['where am I', 'This is the square. Cobbles, one lantern, the old well.'],
  ['examine the lantern', 'Cobbles, one lantern, the old well.'],
  ['who is here?', 'Old Mara sits on the rim of the well and knits.'],
  ['who am I', "You are the bell ringer's apprentice, too curious to sleep."],
  ['talk to old mara', 'Old Mara sits on the rim of the well and knits.'],
  ['what can I do?', ' go to the chapel or up the north lane, or untie the rope of the well.'],
  ['help', 'Just say what you do'],
  ['how do I get down the well?', 'Nobody gets down there without a rope.'],
  ['how do I untie the rope?', 'untie the rope of the well.'],
  ['go to the lantern', 'Cobbles, one lantern, the old well.'],
  ['break the lantern', 'Cobbles, one lantern, the old well.'],
])('answers %j', (message, start) => {
  expect(textFor(square, { message }).replaceAll('\n\n', ' ')).toContain(start)
})

it.each([
  ['wait', 'wait'],
  ["don't go to the chapel", 'refrain'],
  ['go to the moon', 'no exit'],
  ['go to the lantern', 'not a place'],
  ['dance', 'unclear'],
  ['take the dragon', 'not here: have'],
  ['the sky is dark', 'remark'],
] as const)('answers %j by itself, and names something of this moment', (message, purpose) => {
  const text = textFor(square, { message })
  expect(text).toMatch(startsWithStock(purpose))
  expect(text).toMatch(/Mara|well|lantern|chapel|lane|rope|square/)
})

it.each(['open the window', 'push the lamp', 'go to the lantern'])('does not take %j for a move', (message) => {
  expect(textFor(square, { message })).not.toMatch(/get there|way there|Do you mean/)
})

it.each(['dance', 'go to the moon', 'take the moon', "I don't go", 'wait', 'The sky is dark.'])(
  'says nothing of its own twice within ten turns after %j',
  (message) => {
    const texts: string[] = []
    for (let turn = 0; turn < 30; turn++)
      texts.push(textFor(square, { message, turn, recentTexts: texts.slice(-10) }).split(/(?<=\.) /)[0] ?? '')
    for (const [index, text] of texts.entries()) expect(texts.slice(Math.max(0, index - 10), index)).not.toContain(text)
  },
)
