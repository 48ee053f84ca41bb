import { beforeEach, describe, expect, it } from 'vitest'
import { createBuiltinNarrator } from '../../src/narrator/builtinNarrator.ts'
import { loadYaml, Play, type PlayedTurn } from './support/playGamebook.ts'
import { TOLL_BRIDGE } from './support/tollBridge.ts'

const model = createBuiltinNarrator({ wordDelayMs: 0 })
const gamebook = loadYaml(TOLL_BRIDGE)

/** Seed 2 rolls 5 and 2, seed 5 rolls low. */
async function play(script: readonly string[], seed = 2): Promise<PlayedTurn> {
  const played = new Play(gamebook, { model, seed })
  await played.playTurn(null)
  for (const words of script) await played.playTurn(words)
  return played.last
}

describe('a message in natural language', () => {
  it.each([
    ['take the lantern', 'take {"item":"lamp_01"}'],
    ['pick up the lamp', 'take {"item":"lamp_01"}'],
    ['grab teh lantrn', 'take {"item":"lamp_01"}'],
    ['get the cheese out of the basket', 'take {"item":"cheese"}'],
    ['pay the troll two coins', 'pay_troll {"amount":2}'],
    ['offer him 3 coins', 'pay_troll {"amount":3}'],
    ['give the troll a coin', 'pay_troll {"amount":1}'],
    ['bow', 'greet_guard {"manner":"bow"}'],
    ['I draw my sword', 'greet_guard {"manner":"draw the sword"}'],
    ['sing to the troll', 'greet_guard {"manner":"sing"}'],
    ['answer yes', 'answer_riddle {"answer":true}'],
    ['answer the riddle: no', 'answer_riddle {"answer":false}'],
    ['say "open sesame"', 'say_word {"word":"open sesame"}'],
    ['say “Open the lantern, and go!” at the door', 'say_word {"word":"Open the lantern, and go!"}'],
    ['say mellon', 'say_word {"word":"mellon"}'],
    ['ask the troll about the rope', 'ask_about {"topic":"rope_01"}'],
    ['ask about the basket', 'ask_about {"topic":"basket"}'],
    ['rest for half past, no, for twenty minutes', 'rest {"minutes":20}'],
    ['wait an hour', 'rest {"minutes":60}'],
    ['rest for 2 hours', 'rest {"minutes":120}'],
    ['leap across the stream', 'leap {}'],
    ['jump over the stream', 'leap {}'],
  ])('%j is %s', async (words, call) => {
    expect((await play([words])).calls).toEqual([call])
  })

  it.each([
    ['drop the rope', 'put_down {"item":"rope_01"}'],
    ['put the rope down', 'put_down {"item":"rope_01"}'],
    ['give the rope to the troll', 'hand_over {"item":"rope_01","to":"troll"}'],
    ['hand the troll the rope', 'hand_over {"item":"rope_01","to":"troll"}'],
    ['put the rope into the sack', 'hand_over {"item":"rope_01","to":"sack"}'],
  ])('%j with the rope in hand is %s', async (words, call) => {
    expect((await play(['take the rope', words])).calls).toEqual([call])
  })

  it('takes everything until something stops it, and says what', async () => {
    const { calls, text } = await play(['take everything'])
    expect(calls).toEqual(['take {"item":"lamp_01"}', 'take {"item":"rope_01"}'])
    expect(text).toBe('You take the brass lantern. You take the rope.\n\nYou have only two hands.')
  })

  it('takes the listed items one after the other', async () => {
    expect((await play(['take the rope and the cheese'])).calls).toEqual([
      'take {"item":"rope_01"}',
      'take {"item":"cheese"}',
    ])
  })
})

describe("the narrator asks for a missing parameter in the author's words and calls nothing", () => {
  it.each([
    ['pay the troll', 'How many coins the troll is paid: 1, 2 or 3?'],
    ['pay the troll 7 coins', 'It cannot be 7. How many coins the troll is paid: 1, 2 or 3?'],
    ['rest', 'For how many minutes you rest: from 10 to 120?'],
    ['face the troll', 'How you face the troll: bow, draw the sword or sing?'],
    ['answer the riddle', 'Whether trolls dream: yes or no?'],
    ['say the word', 'The word that you say: what will it be?'],
    ['take', 'What do you take: the brass lantern, the rope or the wheel of cheese?'],
    [
      'ask the troll',
      'What you ask about: the basket, the sack, the brass lantern, the rope, the wheel of cheese or the letter?',
    ],
  ])('%j', async (words, question) => {
    const { calls, text } = await play([words])
    expect(calls).toEqual([])
    expect(text).toContain(question)
  })

  it.each([
    [['pay the troll', '2'], 'pay_troll {"amount":2}'],
    [['pay the troll', 'a hundred', 'three then'], 'pay_troll {"amount":3}'],
    [['pay the troll', 'what time is it'], undefined],
    [['rest', 'an hour'], 'rest {"minutes":60}'],
    [['face the troll', 'the sword'], 'greet_guard {"manner":"draw the sword"}'],
    [['face the troll', 'the third'], 'greet_guard {"manner":"sing"}'],
    [['answer the riddle', 'never'], 'answer_riddle {"answer":false}'],
    [['answer the riddle', 'yes, I think so'], 'answer_riddle {"answer":true}'],
    [['say the word', 'Open Sesame!'], 'say_word {"word":"Open Sesame!"}'],
    [['take', 'the rope'], 'take {"item":"rope_01"}'],
    [['take', 'the second one'], 'take {"item":"rope_01"}'],
    [['take', 'pay the troll 2 coins'], 'pay_troll {"amount":2}'],
    [['take the rope', 'give the rope', 'the sack'], 'hand_over {"item":"rope_01","to":"sack"}'],
  ])('the answer in %j completes the call', async (script, call) => {
    expect((await play(script)).calls).toEqual(call === undefined ? [] : [call])
  })

  it.each([
    [['examine the rope', 'take it'], ['take {"item":"rope_01"}']],
    [['look at the troll', 'pay him 2 coins'], ['pay_troll {"amount":2}']],
    [['how do I leap?', 'yes'], ['leap {}']],
    [['how do I leap?', 'no'], []],
  ])('%j refers to what was mentioned before', async (script, calls) => {
    expect((await play(script)).calls).toEqual(calls)
  })

  it('an action closes the open question', async () => {
    expect((await play(['pay the troll', 'take the rope', '2'])).calls).toEqual([])
  })
})

describe('the result is narrated', () => {
  it.each([
    ['pay the troll two coins', 'You pay the troll coins.\n\nCoins: down to 1.'],
    ['bow', 'You face the troll: bow.\n\nHeard: bow.'],
    [
      'say "open sesame"',
      'You say a word of power at the door: open sesame. He opens the door and blinks.\n\nHeard: open sesame.',
    ],
    ['answer no', 'You answer whether trolls dream.\n\nWet to the skin.'],
    ['rest for 20 minutes', 'You rest for a while.\n\nTwenty minutes go by'],
    ['take the cheese', 'You take the wheel of cheese.'],
  ])('%j', async (words, expected) => {
    expect((await play([words])).text.replace('Wilibald is here. ', '')).toContain(expected)
  })

  it('a successful check is narrated with its dice', async () => {
    const { text, lines } = await play(['take the rope', 'leap'], 2)
    expect(lines).toEqual([
      expect.stringMatching(/^2d6: 5 \+ 2 \+ 1 = 8 against \d+: success\. You went to the far bank\.$/),
    ])
    expect(text).toMatch(/^You leap across the stream\. You roll 5 and 2; with your nerve that makes 8: enough\./)
    expect(text).toContain('Here the story ends, and it ends well: Across.')
  })

  it('after a failed check the player only tried', async () => {
    const { text } = await play(['leap'], 3)
    expect(text).toMatch(/^You try to leap across the stream\. You roll .*: not enough\.\n\nWet to the skin\./)
  })

  it.each([
    ['inventory', 'You carry the rope.'],
    ['what am I carrying?', 'You carry the rope. The sack holds the letter.'],
    ['what time is it?', 'It is 16:30.'],
    ['how am I', 'Coins: 3 of 9. Nerve: 1 of 2.'],
    ['how many coins do I have?', 'Coins: 3 of 9.'],
    ['what is in the basket', 'The basket holds the brass lantern and the wheel of cheese.'],
    ['look', 'The brass lantern and the wheel of cheese are within reach.'],
  ])('%j is answered without a call', async (words, expected) => {
    const { calls, text } = await play(['take the rope', words])
    expect(calls).toEqual([])
    expect(text).toContain(expected)
  })
})

describe('a refusal', () => {
  it('is narrated once, in the answer; the receipt has the line of the engine', async () => {
    const { calls, lines, text } = await play(['go over the bridge'])
    expect(calls).toEqual(['go_to {"to":"far_bank"} (refused)'])
    expect(lines).toEqual(["You can't do that now."])
    expect(text.match(/The troll wants to be paid first\./g)).toHaveLength(1)
  })

  it('of a function that is not offered has its reason', async () => {
    const { calls, text } = await play(['take the rope', 'take the lantern', 'take the cheese'])
    expect(calls).toEqual([])
    expect(text).toContain('You have only two hands.')
  })
})

describe('a secret', () => {
  let texts: string[] = []
  beforeEach(async () => {
    const played = new Play(gamebook, { model })
    await played.playTurn(null)
    for (const words of [
      'look',
      'who is here',
      'talk to Wilibald',
      'talk to the gnome',
      'give the gnome the rope',
      'help',
    ])
      await played.playTurn(words)
    texts = played.turns.map(({ text }) => text)
  })

  it('is not named', () => {
    for (const text of texts) expect(text).not.toMatch(/Wilibald|gnome|blinks/)
  })
})

it('a greeting only describes the person who is greeted', async () => {
  const { calls, text } = await play(['say hello to the troll'])
  expect(calls).toEqual([])
  expect(text).toContain('He sits on the bridge and counts on his fingers.')
})
