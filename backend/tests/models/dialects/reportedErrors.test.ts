import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { CELLAR } from '../../support/cellar.ts'
import type { NetworkProvider } from '../../support/networkProviders.ts'
import { playStreams } from '../../support/playStreams.ts'
import { chatChunk, DONE, events } from '../../support/providerStreams.ts'
import { openReplayApp, type ReplayApp } from '../../support/replayApp.ts'

let app: ReplayApp
beforeAll(async () => {
  app = await openReplayApp(CELLAR)
})
afterAll(() => app.close())

const CHAT: readonly NetworkProvider[] = ['openai-compatible', 'deepseek', 'openrouter', 'mistral']
const { choices: _, ...bare } = chatChunk({})

describe.each(CHAT)('an error of %s in a successful stream has its words', (provider) => {
  it.each([
    [
      'base_resp',
      events({ id: '', choices: null, base_resp: { status_code: 1002, status_msg: 'rate limit' } }) + DONE,
      'rate limit',
    ],
    ['detail', events({ detail: 'Slow down.' }) + DONE, 'Slow down.'],
    ['a code and msg', events({ code: 1113, msg: 'No balance.', success: false }), 'No balance.'],
    ['errors', events({ errors: [{ message: 'No.', code: 7 }] }), 'No.'],
    [
      'an error of a choice',
      events({ ...bare, choices: [{ index: 0, delta: {}, error: { message: 'Upstream fell.' } }] }),
      'Upstream fell.',
    ],
    ['the field error', 'error: {"code":500,"message":"No slot."}\n\n', 'No slot.'],
    ['an event of text', 'event: error\ndata: Too many.\n\n', 'Too many.'],
    ['text', 'data: upstream connect error\n\ndata: [DONE]\n\n', 'upstream connect error'],
    ['plain JSON', '{"error":{"message":"No."}}', 'No.'],
    ['JSON of several lines', '{\n  "error": {\n    "message": "No."\n  }\n}\n', 'No.'],
    ['a page', '<html><head><title>502</title></head>\n<body>Bad gateway</body></html>', 'Bad gateway'],
  ])('as %s', async (_how, stream, words) => {
    const played = await playStreams(app, provider, [stream])
    expect(played.status).toBe('failed')
    expect(played.providerMessage).toContain(words)
  })
})
