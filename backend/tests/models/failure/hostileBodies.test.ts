import { describe, expect, it } from 'vitest'

import { toTurnError } from '../../../src/models/failure/toTurnError.ts'
import { findNamed } from '../../../src/models/optionalFields/findNamed.ts'

const MIB = 1024 * 1024
const narrator = {
  configName: 'Attic',
  provider: 'openai-compatible',
  requestedModel: 'quill-1',
  host: 'api.example',
  parameters: {},
}

/** Text that makes patterns try again from each character. */
const PIECES = [
  '<',
  '<a',
  '<!doctype html><',
  '<script>',
  '<style',
  '</script',
  '&amp',
  ' ',
  '\n',
  '"message": "',
  "'message': '\\",
  '{"error":{"message":"',
  '{',
  '[',
  '[{"a":',
  'Exception: ',
  'model ',
  'not ',
  'tool_calls ',
  'exceed context ',
  'reasoning_content ',
  'support tools ',
  'try again in 1',
  'sk-',
  'Bearer ',
  'input ',
  '0',
  'aA',
  'data: ',
  '\\"',
]

describe('an error body of 1 MiB', () => {
  it.each(PIECES)('that repeats %j is read in time', (piece) => {
    const body = piece.repeat(MIB / piece.length)
    for (const text of [body, JSON.stringify({ error: { message: body } })]) {
      const error = toTurnError(Object.assign(new Error('no'), { statusCode: 400, responseBody: text }), narrator)
      expect(error.providerMessage?.length ?? 0).toBeLessThanOrEqual(300)
    }
    findNamed(body, ['stream_options', 'strict'])
  })
})
