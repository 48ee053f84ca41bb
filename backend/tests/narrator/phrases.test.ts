import { describe, expect, it } from 'vitest'
import { actionPhrase } from '../../src/narrator/prose/actionPhrase.ts'
import { joinDestinations } from '../../src/narrator/prose/joinDestinations.ts'
import { joinPhrases } from '../../src/narrator/prose/list.ts'
import { toProse } from '../../src/narrator/prose/plainProse.ts'
import { exitPhrase } from '../../src/narrator/prose/exitPhrase.ts'
import { toScene } from '../../src/narrator/scene/scene.ts'
import { MOVES, inputOf, target, viewOf } from './support/input.ts'

it.each([
  ['The player lights the lamp.', null, 'light the lamp'],
  ['The player tries to untie their boat and goes aboard.', null, 'try to untie your boat and go aboard'],
  ['Call this when the player carefully opens the box.', null, 'open the box'],
  ['The player rings the bell if it hangs in the tower.', null, 'ring the bell'],
  ['Ring the bell.', null, 'ring the bell'],
  ['The player asks the keeper about something.', 'about the key', 'ask the keeper about the key'],
  ['The player chooses a gift.', 'The silver coin', 'choose a gift: the silver coin'],
  ['Whatever.', 'Have the book stamped', 'have the book stamped'],
  ['Move the story one beat further.', null, null],
  ['The brass key was found or lost.', null, null],
  ['light_lamp', null, null],
])('the function %j with the label %j is phrased as %j', (description, label, phrase) => {
  expect(actionPhrase({ description, label })).toBe(phrase)
})

describe('an exit', () => {
  const view = viewOf({
    graphs: [{ graphId: 'house', graphName: null, nodeId: 'hall', name: 'Hall', description: 'A hall.' }],
    functions: [
      {
        name: 'go_to',
        description: 'The player goes on.',
        graphId: 'house',
        ...MOVES,
        targets: [
          target('cellar', { label: 'Down the trapdoor', name: 'Cellar' }),
          target('loft', { label: 'climb the ladder', name: 'Loft' }),
          target('yard', { label: 'The back door', name: 'Yard' }),
          target('lane', { label: 'Back door', name: 'Lane' }),
          target('mill', { label: 'the old mill' }),
          target('north', { label: 'North' }),
          target('attic', { name: 'Attic' }),
          target('hidden_vault'),
        ],
      },
    ],
  })
  const scene = toScene(inputOf(view, { cameFrom: { house: 'attic' } }))

  it.each([
    ['cellar', { kind: 'go', destination: 'down the trapdoor' }],
    ['loft', { kind: 'verb', phrase: 'climb the ladder' }],
    ['yard', { kind: 'verb', phrase: 'take the back door' }],
    ['lane', { kind: 'verb', phrase: 'take the back door' }],
    ['mill', { kind: 'go', destination: 'to the old mill' }],
    ['north', { kind: 'go', destination: 'north' }],
    ['attic', { kind: 'go', destination: 'back to the attic' }],
    ['hidden_vault', null],
  ])('to the %s is phrased as %j', (id, phrase) => {
    const [option] = scene.options.filter(({ targetId }) => targetId === id)
    expect(option && exitPhrase(option, scene)).toEqual(phrase)
  })
})

it.each([
  [['to the mill', 'to the inn'], 'to the mill or the inn'],
  [['back to the mill', 'down the well', 'to the chapel'], 'down the well, to the chapel, or back to the mill'],
  [['into the bindery', 'into the lodge', 'north'], 'into the bindery or the lodge, or north'],
  [['up the steps to the hall', 'up the ladder to the loft'], 'up the steps to the hall, or up the ladder to the loft'],
])('joins %j', (destinations, joined) => {
  expect(joinDestinations(destinations, joinPhrases)).toBe(joined)
})

it.each([
  ['One. Two! "Three. Four," he says. Five', ['One.', 'Two!', '"Three. Four," he says.', 'Five.']],
  ['Mr. Roe sleeps. So do you.', ['Mr. Roe sleeps.', 'So do you.']],
  ['- The player is wet,\n  and cold\n- ENDING. Rain', ['You are wet, and cold.', 'Rain.']],
  ["The player's hands shake.\n\nThe player waits.", ['Your hands shake.', 'You wait.']],
  ['', []],
])('splits %j into sentences', (text, sentences) => {
  expect(toProse(text)).toEqual(sentences)
})
