import { describe, expect, it } from 'vitest'

import { isTooDeep } from '../../../src/models/transport/jsonDepth.ts'

describe('a text nests too deep', () => {
  it.each([
    ['brackets without end', true, '['.repeat(1000)],
    ['objects without end', true, '{"a": '.repeat(1000)],
    ['whole lists', true, `${'['.repeat(1000)}${']'.repeat(1000)}`],
    ['lists side by side', false, `[${'[],'.repeat(1000)}[]]`],
    ['brackets in a string', false, JSON.stringify({ text: `\\"${'['.repeat(1000)}` })],
    ['a string that ends in a backslash', true, `[${JSON.stringify('\\')},${'['.repeat(1000)}`],
    ['a long word', false, JSON.stringify('x'.repeat(1000))],
  ])('with %s: %s', (_name, expected, text) => {
    expect(isTooDeep(text)).toBe(expected)
  })
})
