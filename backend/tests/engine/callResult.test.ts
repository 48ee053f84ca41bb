import { describe, expect, it } from 'vitest'

import { isErrorResult, readCallResult, toSentResult } from '../../src/engine/request/callResult.ts'

const OLD = { result: 'success', facts: ['Player: Nerve 2 → 3'], narrations: ['So.'] }
const READ = { result: 'applied', changed: ['Player: Nerve 2 → 3'], narrations: ['So.'] }

describe('a stored result', () => {
  it('of the version before is read, and sent in the words of this one', () => {
    expect(readCallResult(OLD)).toEqual(READ)
    expect(toSentResult(OLD)).toEqual(READ)
    expect(readCallResult({ result: 'success', facts: [] })).toEqual({ result: 'applied', changed: [] })
  })

  it.each([
    { result: 'applied', check: 'failed', changed: ['It was tried.'] },
    { result: 'refused', code: 'not-enabled', reason: 'Not now.' },
    { result: 'error', code: 'unknown-name', message: 'No.', valid: ['rope'] },
  ])('is read and sent as it is: %o', (stored) => {
    expect(readCallResult(stored)).toEqual(stored)
    expect(toSentResult(stored)).toEqual(stored)
    expect(isErrorResult(stored)).toBe(stored.result === 'error')
  })

  it.each([null, 7, 'success', [], {}, { result: 'success', facts: [7] }, { result: 'applied' }, { result: 'maybe' }])(
    'in another form is not read, and is sent as it is: %o',
    (stored) => {
      expect(readCallResult(stored)).toBeNull()
      expect(toSentResult(stored)).toBe(stored)
      expect(isErrorResult(stored)).toBe(false)
    },
  )

  it('of a refusal without a code, as models once got, is a refusal', () => {
    expect(readCallResult({ result: 'refused', reason: 'No.' })).toEqual({ result: 'refused', code: '', reason: 'No.' })
  })
})
