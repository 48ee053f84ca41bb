import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

import { edgeKeys, promiseKeys, reasonKeys, topicKeys, traitKeys } from './keys/entityKeys.ts'
import { gamebookKeys, goalKeys } from './keys/gamebookKeys.ts'
import { readGamebook } from './readGamebook.ts'

const source = readFileSync(new URL('../testSupport/formatTwo.yaml', import.meta.url), 'utf8')
const newerEntityKeys = Object.values(traitKeys).flatMap((keys) =>
  Object.entries(keys).flatMap(([key, { since }]) => (since === undefined ? [] : [key])),
)

it('the test world of Format 2 has no findings', () => {
  expect(readGamebook(source).diagnostics).toEqual([])
})

it.each([
  ...newerEntityKeys,
  ...[edgeKeys, goalKeys, promiseKeys, reasonKeys, topicKeys].flatMap((keys) => Object.keys(keys)),
  ...Object.keys(gamebookKeys).filter((key) => !['author', 'image', 'prompt'].includes(key)),
  ...['narrate', 'hint', 'ask', 'caption', 'talk/expect'],
])('the test world of Format 2 has the key %s', (key) => {
  expect(['\n', ' ', '{'].some((before) => source.includes(`${before}${key}:`))).toBe(true)
})

it.each(['action: core/narrate', 'discussed(', 'visits(', ' if ', ' else '])(
  'the test world of Format 2 contains %j',
  (text) => {
    expect(source).toContain(text)
  },
)
