import { describe, expect, it } from 'vitest'

import { secretForms } from '../../../src/models/keys/secretForms.ts'
import { createStreamFilter } from '../../../src/models/keys/streamFilter.ts'

const KEY = 'Zq7+canary/0123=quill'
const FORMS = secretForms({
  apiKey: KEY,
  extraHeaders: { Authorization: 'Bearer Xw6-canary-8910', 'X-Team': 'gardeners' },
})

/** What is shown of a text that comes in pieces of this length. */
function show(text: string, length: number): string {
  const filter = createStreamFilter(FORMS)
  const pieces = Array.from({ length: Math.ceil(text.length / length) }, (_, at) =>
    filter.write(text.slice(at * length, (at + 1) * length)),
  )
  return pieces.join('') + filter.end()
}

const base64 = (text: string): string => Buffer.from(text).toString('base64')

describe('a secret in a stream', () => {
  it.each([1, 2, 3, 5, 8, 13, 1000])('is hidden in pieces of %i characters, and nothing else', (length) => {
    expect(show(`Zq7 ${KEY}, xw6-canary-8910 Z`, length)).toBe('Zq7 …, … Z')
    expect(show(`Zq${KEY.toUpperCase()}${encodeURIComponent(KEY)}Zq7+`, length)).toBe('Zq……Zq7+')
    for (const before of ['', 'a', 'ab']) {
      expect(show(base64(`${before}${KEY} and more`), length)).toMatch(/^\w{0,4}….{6,}$/)
    }
    expect(show('Bearer of the gardeners’ Zq7+canary', length)).toBe('Bearer of the gardeners’ Zq7+canary')
  })

  it('holds nothing back that cannot be its start', () => {
    expect(createStreamFilter(FORMS).write('Wet grass.')).toBe('Wet grass.')
  })
})
