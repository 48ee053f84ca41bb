import { expect, it } from 'vitest'
import { nameInSentence, personInSentence, whereInSentence } from './nameInSentence.ts'

const TEXTS =
  'The light on Gull Rock went out. She left Venice with Mara and a ferryman, up to the gallery. Knock at compartment nine.'

it.each([
  ['Lamp room', 'the lamp room'],
  ['Lamp Room', 'the Lamp Room'],
  ['The Old Mill', 'the Old Mill'],
  ['Gull Rock', 'Gull Rock'],
  ['Venice', 'Venice'],
  ['Gallery', 'the gallery'],
  ["Mara's hut", "Mara's hut"],
  ["Ferryman's hut", "the ferryman's hut"],
  ['Compartment nine', 'compartment nine'],
  ['Upstairs', 'upstairs'],
  ['lamp_room', 'the lamp room'],
  ['Home across the sand', 'home across the sand'],
  ['a'.repeat(200), `the ${'a'.repeat(200)}`],
  ['Room 3 (locked)', 'the room 3 (locked)'],
])('the place %j is %j inside a sentence', (name, told) => {
  expect(nameInSentence(name, TEXTS)).toBe(told)
})

it.each([
  ['Lamp room', 'to the lamp room'],
  ['Gull Rock', 'to Gull Rock'],
  ['Upstairs', 'upstairs'],
  ['Home across the sand', 'home across the sand'],
])('the player goes from anywhere to %j %j', (name, told) => {
  expect(whereInSentence(name, TEXTS)).toBe(told)
})

it.each([
  ['Ferryman', 'the ferryman'],
  ['Mara', 'Mara'],
  ['The Keeper', 'the Keeper'],
])('the person %j is %j inside a sentence', (name, told) => {
  expect(personInSentence(name, 'Mara waits for the ferryman.')).toBe(told)
})
