import { expect, it } from 'vitest'
import { correctTypos } from '../../src/narrator/words/correctTypos.ts'
import { editDistance } from '../../src/narrator/words/editDistance.ts'
import { stem } from '../../src/narrator/words/stem.ts'
import { areSynonyms } from '../../src/narrator/words/synonyms.ts'
import { tokenize } from '../../src/narrator/words/tokenize.ts'

it.each([
  ['Go to the Keeper’s room!', ['go', 'to', 'the', 'keeper', 'room']],
  ["I don't", ['i', 'do', 'not']],
  ["what's here", ['what', 'is', 'here']],
  ['Señora Vélez', ['senora', 'velez']],
  ['go_to <b>', ['go', 'to', 'b']],
  ['🙂 …', []],
])('reads the words of %j', (text, words) => {
  expect(tokenize(text)).toEqual(words)
})

it.each([
  ['light', 'lights', 'lighting', 'lit'],
  ['go', 'goes', 'going', 'went'],
  ['carry', 'carries', 'carried', 'carrying'],
  ['run', 'runs', 'running', 'run'],
  ['take', 'takes', 'taking', 'taken'],
  ['church', 'churches', 'church', 'church'],
  ['glass', 'glasses', 'glass', 'glass'],
])('brings the forms of %j together', (base, ...forms) => {
  expect(forms.map(stem)).toEqual(forms.map(() => stem(base)))
})

it.each([
  ['chapel', 'chapel', 0],
  ['chapl', 'chapel', 1],
  ['cahpel', 'chapel', 1],
  ['chapels', 'chapel', 1],
  ['shapel', 'chapel', 1],
  ['', 'abc', 3],
])('%j and %j are %i slips apart', (left, right, distance) => {
  expect(editDistance(left, right)).toBe(distance)
})

it.each([
  ['bindry', 'bindery'],
  ['gallrey', 'gallery'],
  ['gate', 'gate'],
  ['hat', 'hat'],
  ['lmap', 'lamp'],
  ['lump', 'lump'],
  ['examien', 'examin'],
])('takes %j for %j', (written, meant) => {
  expect(correctTypos([written], new Set(['bindery', 'gallery', 'cat', 'lamp', 'late']))).toEqual([meant])
})

it.each([
  ['go', 'walk', true],
  ['door', 'gate', true],
  ['take', 'grab', true],
  ['take', 'give', false],
  ['door', 'lamp', false],
])('%s and %s are synonyms: %s', (left, right, are) => {
  expect(areSynonyms(stem(left), stem(right))).toBe(are)
})
