import { expect, it } from 'vitest'

import { trimCharacters } from './trimCharacters.ts'

it.each([
  ['--a-b--', /-/, 'both', 'a-b'],
  ['--a-b--', /-/, 'end', '--a-b'],
  ['---', /-/, 'both', ''],
  ['', /-/, 'both', ''],
  ['\u{E0020}key\u{E0020}', /\p{Cf}/u, 'both', 'key'],
  ['plain', /\s/, 'both', 'plain'],
] as const)('trims %j of %s at %s', (text, pattern, ends, trimmed) => {
  expect(trimCharacters(text, pattern, ends)).toBe(trimmed)
})
