import { describe, expect, it } from 'vitest'

import { createRedactor } from '../../../src/models/keys/redactor.ts'

const KEY = 'Zx9+quill/KEY=7781-mnbv'
const hide = createRedactor({ apiKey: KEY, extraHeaders: { 'X-Team': 'garden-team', 'X-Token': 'tok-55aa66bb77' } })

describe('secrets', () => {
  it.each([
    ['whole', KEY, '…'],
    ['in capitals', KEY.toUpperCase(), '…'],
    ['as in an address', encodeURIComponent(KEY), '…'],
    ['by their beginning', KEY.slice(0, 9), '…'],
    ['by their end', KEY.slice(-8), '…'],
    ['by a middle', KEY.slice(5, 14), '…'],
    ['masked', 'Zx9+***mnbv', '…'],
    ['masked but for the end', '****mnbv', '…'],
    ['of a header', 'tok-55aa', '…'],
    ['of any header, whole', 'garden-team', '…'],
  ])('are redacted %s', (_how, shown, told) => {
    expect(hide(`The key <${shown}> is wrong.`)).toBe(`The key <${told}> is wrong.`)
  })

  it.each(['', 'a', 'ab', 'Bearer '])('are redacted in base64 after "%s"', (before) => {
    const encoded = Buffer.from(`${before}${KEY}`).toString('base64')
    const told = hide(encoded)
    const shown = Buffer.from(told.replace(/…/g, ''), 'base64').toString('latin1')
    expect(told).toContain('…')
    expect(shown).not.toMatch(/quill|7781/)
  })

  it('leave other text unchanged', () => {
    const words = 'İ The **model** quill-1 of garden is … overloaded... wait ***'
    expect(hide(words)).toBe(words)
  })
})
