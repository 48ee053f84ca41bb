import { APICallError } from '@ai-sdk/provider'
import { describe, expect, it } from 'vitest'

import { toTurnError } from '../../../src/models/failure/toTurnError.ts'
import type { NetworkProvider } from '../../support/networkProviders.ts'

const narratorOf = (provider: string) => ({
  configName: 'Attic',
  provider,
  requestedModel: 'quill-1',
  host: 'api.example',
  parameters: {},
})

const answered = (statusCode: number, body: unknown, responseHeaders: Record<string, string> = {}) =>
  new APICallError({
    message: 'Bad Request',
    url: 'https://api.example/v1',
    requestBodyValues: {},
    statusCode,
    responseBody: typeof body === 'string' ? body : JSON.stringify(body),
    responseHeaders,
  })

const say = (message: string, more: object = {}) => ({ error: { message, ...more } })

describe.each<[NetworkProvider, [number, unknown, string][]]>([
  [
    'anthropic',
    [
      [401, say('no', { type: 'authentication_error' }), 'invalid-key'],
      [402, say('no', { type: 'billing_error' }), 'no-credit'],
      [400, say('Your credit balance is too low'), 'no-credit'],
      [429, say('slow', { type: 'rate_limit_error' }), 'rate-limited'],
      [404, say('model: x', { type: 'not_found_error' }), 'model-not-found'],
      [400, say('prompt is too long: 3 tokens > 2'), 'context-too-long'],
      [413, say('no', { type: 'request_too_large' }), 'context-too-long'],
      [529, say('no', { type: 'overloaded_error' }), 'overloaded'],
      [400, say('max_tokens: 9 > 8, which is the maximum'), 'refused-parameters'],
      [403, say('no', { type: 'permission_error' }), 'invalid-key'],
    ],
  ],
  [
    'deepseek',
    [
      [402, say('Insufficient Balance'), 'no-credit'],
      [429, say('slow down'), 'rate-limited'],
      [400, say('The supported API model names are a or b'), 'model-not-found'],
      [400, say("This model's maximum context length is 3 tokens"), 'context-too-long'],
      [503, say('busy'), 'overloaded'],
    ],
  ],
  [
    'google',
    [
      [
        400,
        say('API key not valid', { status: 'INVALID_ARGUMENT', details: [{ reason: 'API_KEY_INVALID' }] }),
        'invalid-key',
      ],
      [403, say('no', { status: 'PERMISSION_DENIED' }), 'invalid-key'],
      [429, say('check your plan and billing details', { details: [{ retryDelay: '48s' }] }), 'rate-limited'],
      [429, say('check your plan and billing details'), 'no-credit'],
      [404, say('models/x is not found', { status: 'NOT_FOUND' }), 'model-not-found'],
      [400, say('The input token count (9) exceeds the maximum'), 'context-too-long'],
      [503, say('busy', { status: 'UNAVAILABLE' }), 'overloaded'],
    ],
  ],
  [
    'mistral',
    [
      [401, { detail: 'Invalid API Key' }, 'invalid-key'],
      [402, { message: 'no' }, 'no-credit'],
      [429, { message: 'slow', code: '1300' }, 'rate-limited'],
      [400, { message: 'Invalid model: x', type: 'invalid_model' }, 'model-not-found'],
      [400, { message: 'Prompt is too large for model' }, 'context-too-long'],
      [422, { detail: [{ loc: ['body', 'top_p'], msg: 'Input should be less than 1' }] }, 'refused-parameters'],
      [500, { message: 'no' }, 'provider-error'],
    ],
  ],
  [
    'ollama',
    [
      [401, { error: 'unauthorized' }, 'invalid-key'],
      [402, { error: 'upgrade' }, 'no-credit'],
      [404, { error: "model 'x' not found" }, 'model-not-found'],
      [400, { error: 'registry/x does not support tools' }, 'refused-parameters'],
      [400, { error: '"x" does not support thinking' }, 'refused-parameters'],
      [503, { error: 'server busy' }, 'overloaded'],
    ],
  ],
  [
    'openai',
    [
      [401, say('no', { code: 'invalid_api_key' }), 'invalid-key'],
      [429, say('quota', { code: 'insufficient_quota' }), 'no-credit'],
      [429, say('slow', { code: 'rate_limit_exceeded' }), 'rate-limited'],
      [400, say('no', { code: 'model_not_found', param: 'model' }), 'model-not-found'],
      [404, say('no', { code: 'model_not_found' }), 'model-not-found'],
      [400, say('no', { code: 'context_length_exceeded', param: 'messages' }), 'context-too-long'],
      [400, say('Unsupported value', { code: 'unsupported_value', param: 'temperature' }), 'refused-parameters'],
      [503, say('no'), 'overloaded'],
    ],
  ],
  [
    'openrouter',
    [
      [402, say('Insufficient credits', { code: 402 }), 'no-credit'],
      [429, say('Provider returned error', { code: 429, metadata: { raw: 'upstream is busy' } }), 'rate-limited'],
      [400, say('x is not a valid model ID', { code: 400 }), 'model-not-found'],
      [404, say('No endpoints found that support tool use'), 'refused-parameters'],
      [400, say("This endpoint's maximum context length is 3 tokens"), 'context-too-long'],
      [403, say('flagged', { metadata: { reasons: ['violence'] } }), 'content-filtered'],
      [502, say('Provider returned error', { code: 502 }), 'provider-error'],
    ],
  ],
  [
    'xai',
    [
      [400, { code: 'invalid-argument', error: 'Incorrect API key provided.' }, 'invalid-key'],
      [403, { error: 'no' }, 'invalid-key'],
      [429, { code: 'resource-exhausted', error: 'no credits left' }, 'no-credit'],
      [429, { code: 'resource-exhausted', error: 'too many' }, 'rate-limited'],
      [400, { error: 'Model not found: x' }, 'model-not-found'],
      [400, { error: 'maximum prompt length is 3' }, 'context-too-long'],
      [503, { error: 'busy' }, 'overloaded'],
    ],
  ],
  [
    'openai-compatible',
    [
      [404, '<!doctype html><title>Nothing</title>', 'endpoint-not-found'],
      [302, '', 'unreachable'],
      [408, '', 'timeout'],
      [400, { detail: 'temperature must be at most 1' }, 'refused-parameters'],
    ],
  ],
])('an error of %s', (provider, rows) => {
  it.each(rows)('%i %j is classified as %s', (status, body, code) => {
    expect(toTurnError(answered(status, body), narratorOf(provider)).code).toBe(code)
  })
})

describe('the details of an error', () => {
  const openrouter = narratorOf('openrouter')

  it('have the message of the provider behind a router', () => {
    const raw = JSON.stringify({ error: { message: 'The upstream is asleep' } })
    const error = toTurnError(answered(429, say('Provider returned error', { metadata: { raw } })), openrouter)
    expect(error.providerMessage).toBe('The upstream is asleep')
  })

  it('name the rejected parameter as in a config', () => {
    const body = { detail: [{ loc: ['body', 'max_tokens'], msg: 'too large' }] }
    const error = toTurnError(answered(422, body), narratorOf('mistral'))
    expect(error).toMatchObject({ parameter: 'maxOutputTokens', providerMessage: 'too large' })
  })

  it("have Google's retry delay and Anthropic's request id", () => {
    const paused = toTurnError(answered(429, say('x', { details: [{ retryDelay: '48s' }] })), narratorOf('google'))
    expect(paused).toMatchObject({
      retryAfterSeconds: 48,
      detail: 'Google Gemini is limiting requests. It asks to wait 48 s.',
    })
    const found = toTurnError(answered(500, { request_id: 'req_1', error: {} }), narratorOf('anthropic'))
    expect(found.requestId).toBe('req_1')
  })

  it('link to the page that creates keys', () => {
    expect(toTurnError(answered(401, say('no')), narratorOf('mistral')).hint).toContain('https://console.mistral.ai')
  })
})
