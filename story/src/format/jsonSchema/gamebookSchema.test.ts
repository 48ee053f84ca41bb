import Ajv from 'ajv'
import { readFileSync, readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from 'yaml'

import { HARBOUR } from '../../testSupport/harbour.ts'
import { TOWER } from '../../testSupport/tower.ts'
import { readGamebook } from '../readGamebook.ts'
import { gamebookSchema } from './gamebookSchema.ts'

const PUBLISHED = new URL('../../../../docs/llm-gamebook.schema.json', import.meta.url)
const GAMEBOOKS = new URL('../../../../gamebooks/example/', import.meta.url)
const kit = (file: string): string => readFileSync(new URL(`../../testSupport/${file}`, import.meta.url), 'utf8')

const validate = new Ajv({ allErrors: true }).compile(JSON.parse(readFileSync(PUBLISHED, 'utf8')))

function faultsOf(yaml: string): readonly string[] {
  const isValid = validate(parse(yaml, { merge: true }))
  return isValid === true ? [] : (validate.errors ?? []).map(({ dataPath, message }) => `${dataPath} ${message ?? ''}`)
}

it('matches its published file, which `npm run schema` writes', () => {
  expect(JSON.parse(readFileSync(PUBLISHED, 'utf8'))).toEqual(gamebookSchema())
})

it.each([
  ['the harbour', HARBOUR],
  ['the tower', TOWER],
  ['the well', kit('wellAtMidnight.yaml')],
  ['minimal', kit('minimal.yaml')],
  ['the salt lantern', kit('salt-lantern.yaml')],
  ...readdirSync(GAMEBOOKS).map((name) => [
    name,
    readFileSync(new URL(`${name}/llm-gamebook.yaml`, GAMEBOOKS), 'utf8'),
  ]),
])('fits the gamebook %s', (_, yaml = '') => {
  expect(faultsOf(yaml)).toEqual([])
})

it.each([
  ['a key that does not exist', TOWER.replace('otherwise: It is locked.', 'othervise: It is locked.')],
  ['a number where text is due', TOWER.replace('title: The Tower', 'title: 7')],
  ['an ending of no kind', TOWER.replace('kind: good', 'kind: splendid')],
  ['an unknown trait', TOWER.replace('traits: [described, item]', 'traits: [described, thing]')],
  ['an effect with a wrong key', TOWER.replace('{field: bruises, amount: 1}', '{field: bruises, by: 1}')],
  ['a trigger without a condition', TOWER.replace('condition: player.bruises >= 3, ', '')],
  ['a field of no type', TOWER.replace('bruises: {type: integer,', 'bruises: {type: whole,')],
  ['no title', TOWER.replace('title: The Tower', 'x-title: The Tower')],
])('finds %s', (_, yaml) => {
  expect(yaml).not.toBe(TOWER)
  expect(faultsOf(yaml)).not.toEqual([])
})

const withEffect = (effect: string): string =>
  `title: T\nentity_types: [{name: N, entities: [{id: n, functions: [{name: f, effects: [${effect}]}]}]}]`
const withLabel = (label: string): string =>
  `title: T\nentity_types: [{name: N, hidden: true, fields: {a: {type: text, label: ${label}}}, entities: []}]`

it.each([
  ['a gamebook without types', 'title: T', true],
  ['a short effect with a condition', withEffect('{if: true, story/bell: {}}'), true],
  ['an event with capitals', withEffect('{Story/Bell: {loud: true}}'), true],
  ['an event without a payload', withEffect('{action: story/bell}'), true],
  ['an event with null as its payload', withEffect('{story/bell: null}'), false],
  ['a label', withLabel('Mood'), true],
  ['null as a label', withLabel('null'), false],
])('agrees with the reader on %s', (_, yaml, isValid) => {
  expect(readGamebook(yaml).diagnostics.some(({ severity }) => severity === 'error')).toBe(!isValid)
  expect(validate(parse(yaml))).toBe(isValid)
})
