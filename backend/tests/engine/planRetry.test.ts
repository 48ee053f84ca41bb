import { describe, expect, it } from 'vitest'

import type { TurnError } from '../../src/messages/turnError.ts'
import { planRetry } from '../../src/engine/step/planRetry.ts'

const failed = (code: string, more: Partial<TurnError> = {}): TurnError => ({
  code,
  detail: 'It failed.',
  hint: 'Retry.',
  retryable: true,
  ...more,
})

describe('a request that failed before any output', () => {
  it.each<[string, TurnError, number, number]>([
    ['asks for a short pause', failed('rate-limited', { retryAfterSeconds: 7 }), 0, 7],
    ['asks for a pause without a length', failed('rate-limited'), 0, 2],
    ['is overloaded', failed('overloaded'), 0, 1],
    ['is still overloaded', failed('overloaded'), 1, 3],
    ['is overloaded and asks for a pause', failed('overloaded', { retryAfterSeconds: 8 }), 0, 8],
    ['has an error of its own', failed('provider-error', { status: 500 }), 1, 3],
    ['is loading the model', failed('model-loading'), 0, 3],
    ['is not reached', failed('unreachable'), 0, 1],
  ])('is sent again when the provider %s', (_, error, before, waitSeconds) => {
    expect(planRetry(error, before, [])).toMatchObject({ waitSeconds, notice: expect.stringContaining('Retrying in') })
  })

  it.each<[string, TurnError, number]>([
    ['a long pause is asked for', failed('rate-limited', { retryAfterSeconds: 48 }), 0],
    ['an overloaded provider asks for a long pause', failed('overloaded', { retryAfterSeconds: 60 }), 0],
    ['it has been sent again for that already', failed('rate-limited', { retryAfterSeconds: 1 }), 1],
    ['the provider is overloaded for the third time', failed('overloaded'), 2],
    ['nothing answers for the second time', failed('unreachable'), 1],
    ['a redirect would have to be followed', failed('unreachable', { retryable: false }), 0],
    ['the account has no credit', failed('no-credit', { retryable: false }), 0],
    ['time is up', failed('timeout'), 0],
    ['a template refuses it', failed('template-error', { retryable: false, status: 500 }), 0],
    ['an error came in a good response', failed('provider-error'), 0],
    ['a call could not be read for the second time', failed('malformed-call'), 1],
    ['tools are refused', failed('refused-parameters', { parameter: 'tools' }), 0],
    ['a parameter is refused that was not set', failed('refused-parameters', { parameter: 'seed' }), 0],
  ])('is not sent again when %s', (_, error, before) => {
    expect(planRetry(error, before, ['temperature'])).toBeNull()
  })

  it('is sent again at once for a call that could not be read', () => {
    expect(planRetry(failed('malformed-call'), 0, [])).toEqual({ waitSeconds: 0, notice: 'It failed. Retried.' })
  })

  it('is sent again without a rejected parameter', () => {
    const error = failed('refused-parameters', { parameter: 'temperature', retryable: false })
    expect(planRetry(error, 0, ['temperature'])).toMatchObject({ waitSeconds: 0, without: 'temperature' })
  })
})
