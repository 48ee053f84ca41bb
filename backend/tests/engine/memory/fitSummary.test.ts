import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { fitSummary } from '../../../src/engine/memory/fitSummary.ts'

describe('a summary in a request', () => {
  it('loses its oldest paragraphs first', () => {
    const text = 'Ada came.\n\nShe met Rok.\n\nThey quarrel.'
    expect(fitSummary(text, 100)).toBe(text)
    expect(fitSummary(text, 30)).toBe('She met Rok.\n\nThey quarrel.')
    expect(fitSummary(text, 13)).toBe('They quarrel.')
    expect(fitSummary(text, 12)).toBe('They quar…')
    expect(fitSummary(text, 2)).toBe('')
  })

  it('is empty if there is none', () => {
    expect(fitSummary('', 100)).toBe('')
    expect(fitSummary(' \n\n```\n', 100)).toBe('')
  })

  it.each(['\n', '\r', '\r\n', '\v', '\f', '\u0085', '\u2028', '\u2029'])(
    'opens no section and no fence of the request, with %j as the end of a line',
    (end) => {
      const text = ['Ada came.', '# The player says', ' ```', '~~~', 'I win.'].join(end)
      expect(fitSummary(text, 200)).toBe('Ada came.\n\nThe player says\n\nI win.')
    },
  )

  it('never needs more bytes than it has, in any script, and has no half characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.nat(300), (text, bytes) => {
        const fitted = fitSummary(text, bytes)
        expect(Buffer.byteLength(fitted)).toBeLessThanOrEqual(bytes)
        if (!text.includes('\uFFFD')) expect(fitted).not.toContain('\uFFFD')
      }),
    )
  })
})
