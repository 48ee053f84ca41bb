import { expect, it } from 'vitest'

import { toPresent } from '../sentences/toPresent.ts'
import { findGender, fromFirstPerson, fromThirdPerson, type Cast } from '../sentences/toSecondPerson.ts'
import { readProse } from '../sentences/readProse.ts'
import type { Prose } from '../sentences/prose.ts'

const MIRKA: Cast = {
  players: new Set(['mirka']),
  gender: 'she',
  others: new Map([
    ['witch', 'she'],
    ['miller', null],
  ]),
}
const words = ({ sentences }: Prose): string =>
  sentences.map(({ tokens }) => tokens.map(({ text }) => text).join(' ')).join(' ')

const fromFirst = (text: string): string => words(toPresent(fromFirstPerson(readProse(text))))
const fromThird = (text: string): string => words(toPresent(fromThirdPerson(readProse(text), MIRKA)))

it('reads the first person and the past as what you do now', () => {
  expect(fromFirst('I took the mask, and it was cold in my hands.')).toBe(
    'you take the mask , and it is cold in your hands .',
  )
  expect(fromFirst('I did not go up. The hatch stayed shut.')).toBe('you do not go up . the hatch stays shut .')
})

it('reads the name and the pronoun of the player as you', () => {
  expect(fromThird("Mirka put the loaf under her arm and thanked him. Mirka's feet hurt her.")).toBe(
    'you put the loaf under your arm and thank him . your feet hurt you .',
  )
})

it('leaves the pronoun to someone else who was named last', () => {
  expect(fromThird('Mirka sang. The witch laughed, and she took her apron off.')).toContain('she takes her apron off')
  expect(fromThird('"Sing," said the witch, and she closed her eye.')).toContain('she closes her eye')
})

it('leaves only the subject to someone who may be she or he', () => {
  expect(fromThird('Mirka paid. The guard pushed her hand away.')).toContain('pushes your hand away')
  expect(fromThird('Mirka paid. The guard laughed, and she turned away.')).toContain('she turns away')
})

it('leaves what lies before the moment as it is, and what only looks like the past', () => {
  expect(fromFirst('I had taken the mask. I had the mask. The broken lid was opened.')).toBe(
    'you had taken the mask . you have the mask . the broken lid is opened .',
  )
})

it('knows someone by a description, or by the text about them', () => {
  expect(findGender('A goose girl of sixteen.', 'He laughed.')).toBe('she')
  expect(findGender('The botanist.', 'He laughed.')).toBe('he')
  expect(findGender('The botanist.', 'It rained.')).toBeNull()
})
