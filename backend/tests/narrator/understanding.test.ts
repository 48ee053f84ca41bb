import { describe, expect, it } from 'vitest'
import { narrate } from '../../src/narrator/narrate.ts'
import { called, inputOf, MOVES, target, viewOf } from './support/input.ts'
import { saltLanternLanding } from './support/saltLanternView.ts'
import { chapel, square, squareWithRope } from './support/villageViews.ts'

type View = typeof square

/** `function` or `function target`, or the text of the answer. */
function narrated(message: string, view: View, over: Parameters<typeof inputOf>[1] = {}): string {
  const tools = new Set(view.functions.map(({ name }) => name))
  const narration = narrate(inputOf(view, { message, ...over }), tools)
  return narration.kind === 'text'
    ? narration.text
    : [narration.call.function, ...Object.values(narration.call.args)].join(' ')
}

describe('a message that names an option is a call', () => {
  it.each([
    ['go to the chapel', 'go_to chapel'],
    ['Chapel', 'go_to chapel'],
    ['I enter the chapel, carefully.', 'go_to chapel'],
    ['please walk over to that chapel now', 'go_to chapel'],
    ['CHAPEL!!!', 'go_to chapel'],
    ['with the lantern held high I walk to the old chapel', 'go_to chapel'],
    ['go to the church', 'go_to chapel'],
    ['go to the chapl', 'go_to chapel'],
    ['go to teh cahpel', 'go_to chapel'],
    ['north', 'go_to north_lane'],
    ['n', 'go_to north_lane'],
    ['up the lane', 'go_to north_lane'],
    ['take the north road', 'go_to north_lane'],
    ['untie the rope', 'untie_rope rope_loose'],
    ['unties rope', 'untie_rope rope_loose'],
    ['loosen the rope', 'untie_rope rope_loose'],
    ['use the rope', 'untie_rope rope_loose'],
    ['I try untying the rope of the well', 'untie_rope rope_loose'],
    ['untie teh roep', 'untie_rope rope_loose'],
    ['go down the well', 'go_to well_shaft'],
    ['climb into the well', 'go_to well_shaft'],
    ['down', 'go_to well_shaft'],
  ])('%j on the square is %s', (words, call) => {
    expect(narrated(words, square)).toBe(call)
  })

  it.each([
    ['wait', 'advance_time low_water'],
    ['let time pass', 'advance_time low_water'],
    ['find the brass key', 'update_brass_key brass_key_found'],
    ['light the lamp', 'update_lamp lamp_lit'],
    ['take the cliff path', 'go_to cliff_path'],
    ['boat house', 'go_to boathouse'],
    ['answer the ferryman', null],
  ])('%j at the landing of the salt lantern', (words, call) => {
    if (call === null) expect(narrated(words, saltLanternLanding)).toContain('Brannock')
    else expect(narrated(words, saltLanternLanding)).toBe(call)
  })

  it.each(['back', 'go back', 'return', 'leave', 'go out', 'through the door', 'go on', 'walk', 'exit', 'continue'])(
    '%j takes the only exit',
    (words) => {
      expect(narrated(words, chapel)).toBe('go_to square')
    },
  )

  it.each(['back', 'go back', 'return', 'back the way I came'])('%j takes the exit back to the last place', (words) => {
    expect(narrated(words, square, { cameFrom: { village: 'chapel' } })).toBe('go_to chapel')
  })
})

describe('a question or a negation is never a call', () => {
  it.each([
    'do not untie the rope',
    "I don't go to the chapel",
    'never go to the chapel',
    'what is in the chapel?',
    'where is the chapel',
    'how do I untie the rope?',
    'who is mara',
    'look at the chapel',
    'talk to mara about the chapel',
    'rope',
    'help',
    'look around',
    'what can I do?',
    'inventory',
    '',
    '   ',
    '?!',
    '🙂🙂',
    'gehe nach Hause',
    '走吧',
  ])('%j', (words) => {
    expect(narrated(words, square)).toMatch(/^[A-Z].*[.?]$/s)
  })
})

describe('the narrator asks which option is meant if several fit', () => {
  const rooms = viewOf({
    functions: [
      {
        name: 'go_to',
        description: 'The player goes on.',
        graphId: 'house',
        ...MOVES,
        targets: [target('lamp_room', { name: 'Lamp room' }), target('store_room', { name: 'Store room' })],
      },
      {
        name: 'ask_keeper',
        description: 'The player asks the keeper about something.',
        graphId: 'keeper',
        ...MOVES,
        targets: [target('asked_key', { label: 'about the key' }), target('asked_storm', { label: 'about the storm' })],
      },
    ],
    graphs: [{ graphId: 'house', graphName: null, nodeId: 'hall', name: 'Hall', description: 'A hall.' }],
  })

  it.each([
    ['go to the room', 'Do you mean to go to the lamp room or the store room?'],
    ['ask the keeper', 'Do you mean to ask the keeper about the key, or ask the keeper about the storm?'],
  ])('%j', (words, question) => {
    expect(narrated(words, rooms)).toContain(question)
  })

  it.each([
    ['go to the room', 'the store room', 'go_to store_room'],
    ['go to the room', 'store', 'go_to store_room'],
    ['go to the room', 'the second', 'go_to store_room'],
    ['ask the keeper', 'the storm', 'ask_keeper asked_storm'],
    ['ask the keeper', 'about the key', 'ask_keeper asked_key'],
  ])('%j, then %j, is %s', (earlier, words, call) => {
    expect(narrated(words, rooms, { openMessages: [earlier] })).toBe(call)
  })

  it.each([
    ['go to the lamp room', 'go_to lamp_room'],
    ['lamproom', 'go_to lamp_room'],
    ['ask the keeper about the storm', 'ask_keeper asked_storm'],
    ['about the key', 'ask_keeper asked_key'],
  ])('%j is clear', (words, call) => {
    expect(narrated(words, rooms)).toBe(call)
  })
})

describe('several wishes in one message', () => {
  const words = 'untie the rope, then go down the well'
  const done = called('untie_rope')

  it('are carried out one after the other', () => {
    expect(narrated(words, square)).toBe('untie_rope rope_loose')
    expect(narrated(words, squareWithRope, { before: square, results: [done] })).toBe('go_to well_shaft')
  })

  it('stop at the first refusal', () => {
    const refused = called('untie_rope', { result: 'refused', reason: 'The knot holds.' })
    expect(narrated(words, square, { results: [refused] })).toContain('The knot holds.')
  })
})

it('calls only functions that are offered', () => {
  const narration = narrate(inputOf(square, { message: 'go to the chapel' }), new Set())
  expect(narration.kind).toBe('text')
})

it('gives the reason of a closed exit that no function can try', () => {
  const closed = { ...square, functions: [] }
  expect(narrated('go down the well', closed)).toContain('Nobody gets down there without a rope.')
})
