import { expect, it } from 'vitest'

import { languageName } from './languageName.ts'

it.each([
  ['en', 'English'],
  ['de', 'German'],
  ['pt-BR', 'Brazilian Portuguese'],
  ['qaa', 'qaa'],
  ['not a tag', 'not a tag'],
  ['', ''],
])('names the language %s %s', (tag, name) => {
  expect(languageName(tag)).toBe(name)
})
