import { APICallError } from '@ai-sdk/provider'
import { describe, expect, it } from 'vitest'

import { toTurnError, turnErrorOf } from '../../../src/models/failure/toTurnError.ts'

const narrator = {
  configName: 'Attic',
  provider: 'openai-compatible',
  requestedModel: 'quill-1',
  host: '127.0.0.1:9100',
  parameters: {},
}

const answered = (statusCode: number, responseBody: string, responseHeaders: Record<string, string> = {}) =>
  new APICallError({
    message: 'Refused',
    url: 'http://127.0.0.1:9100/v1',
    requestBodyValues: {},
    statusCode,
    responseBody,
    responseHeaders,
  })

const failed = (code: string) => new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) })

describe('the error that a player sees', () => {
  it.each<[string, unknown, string, boolean]>([
    [
      'a wrong key',
      answered(401, '{"error":{"message":"Incorrect API key provided: sk-abc***xyz.","code":"invalid_api_key"}}'),
      'invalid-key',
      false,
    ],
    [
      'an account without credit, though the status is 429',
      answered(429, '{"error":{"message":"You exceeded your current quota","code":"insufficient_quota"}}'),
      'no-credit',
      false,
    ],
    [
      'a pause that is asked for',
      answered(429, '{"error":{"message":"slow down","type":"rate_limit_exceeded"}}'),
      'rate-limited',
      true,
    ],
    [
      'an unknown model',
      answered(404, '{"error":{"message":"The model `x` does not exist","code":"model_not_found"}}'),
      'model-not-found',
      false,
    ],
    [
      'a prompt that is too long',
      answered(400, '{"error":{"message":"too long","code":"context_length_exceeded"}}'),
      'context-too-long',
      false,
    ],
    [
      'a model without tools',
      answered(400, '{"error":"registry/quill does not support tools"}'),
      'refused-parameters',
      false,
    ],
    ['a server in trouble', answered(503, '<html><body><h1>Bad gateway</h1></body></html>'), 'overloaded', true],
    ['a path that is no API', answered(404, '<!doctype html><title>Not here</title>'), 'endpoint-not-found', false],
    ['nobody at the address', failed('ECONNREFUSED'), 'unreachable', true],
    ['a name that does not resolve', failed('ENOTFOUND'), 'unreachable', true],
    ['a certificate that is not trusted', failed('DEPTH_ZERO_SELF_SIGNED_CERT'), 'tls', false],
    ['silence', Object.assign(new Error('silence'), { code: 'timeout' }), 'timeout', true],
    ['a connection that broke', failed('ECONNRESET'), 'interrupted', true],
    [
      'an error in the middle of the stream',
      { message: 'The server had an error', type: 'server_error' },
      'provider-error',
      true,
    ],
    ['bare words in the middle of the stream', 'insufficient_quota', 'no-credit', false],
    ['anything else', new Error('what'), 'bad-response', true],
  ])('has a code, a detail and a hint for %s', (_, caught, code, retryable) => {
    expect(toTurnError(caught, narrator)).toMatchObject({
      code,
      retryable,
      detail: expect.stringMatching(/\.$/),
      hint: expect.stringMatching(/[.?]$/),
    })
  })

  it("has the provider's message without a key", () => {
    const error = toTurnError(
      answered(401, '{"error":{"message":"Incorrect API key provided: sk-proj-1234567890abcdef."}}'),
      narrator,
    )
    expect(error.providerMessage).toBe('Incorrect API key provided: …')
  })

  it.each(['skywork-13b-chat', 'keyboard-shortcuts', 'xairo-large-2026'])(
    'has a name that begins like a key: %s',
    (name) => {
      const body = JSON.stringify({ error: { message: `No model ${name}.` } })
      expect(toTurnError(answered(404, body), narrator).providerMessage).toBe(`No model ${name}.`)
    },
  )

  it('has the text of a page without its markup', () => {
    expect(
      toTurnError(answered(502, '<html><style>a{}</style><h1>Bad</h1> gateway</html>'), narrator).providerMessage,
    ).toBe('Bad gateway')
  })

  it.each<[Record<string, string>, number]>([
    [{ 'retry-after': '7' }, 7],
    [{ 'retry-after-ms': '1500' }, 1.5],
    [{ 'retry-after': 'Sun, 22 Nov 2026 10:00:30 GMT', date: 'Sun, 22 Nov 2026 10:00:00 GMT' }, 30],
  ])('has the delay from %j', (headers, seconds) => {
    expect(toTurnError(answered(429, '{}', headers), narrator)).toMatchObject({ retryAfterSeconds: seconds })
  })

  it('survives an error that is its own cause', () => {
    const loop = new Error('loop')
    loop.cause = loop
    expect(toTurnError(loop, narrator).code).toBe('bad-response')
  })

  it('describes an answer that ended without a finish reason', () => {
    expect(turnErrorOf('interrupted', narrator)).toMatchObject({
      code: 'interrupted',
      detail: 'The answer was cut off.',
      host: '127.0.0.1:9100',
    })
  })
})
