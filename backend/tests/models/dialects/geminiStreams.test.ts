import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { CELLAR } from '../../support/cellar.ts'
import { playStreams } from '../../support/playStreams.ts'
import { events, geminiChunk } from '../../support/providerStreams.ts'
import { openReplayApp, type ReplayApp } from '../../support/replayApp.ts'

let app: ReplayApp
beforeAll(async () => {
  app = await openReplayApp(CELLAR)
})
afterAll(() => app.close())

describe('an answer of Gemini', () => {
  const stop = geminiChunk([{ text: 'stones.' }], { finishReason: 'STOP' })
  it.each([
    ['without the last blank line', events(geminiChunk([{ text: 'Wet ' }]), stop).trimEnd()],
    [
      'with code and pictures',
      events(geminiChunk([{ text: 'Wet ' }, { executableCode: { code: 'x' } }, { inlineData: { data: 'x' } }]), stop),
    ],
    [
      'without content',
      events(geminiChunk([{ text: 'Wet ' }]), { candidates: [{ index: 0 }] }, { candidates: [] }, stop),
    ],
    ['in a list', `data: ${JSON.stringify([geminiChunk([{ text: 'Wet ' }]), stop])}\n\n`],
    ['for another reason', events(geminiChunk([{ text: 'Wet stones.' }], { finishReason: 'OTHER' }))],
  ])('is done %s', async (_how, stream) => {
    expect(await playStreams(app, 'google', [stream])).toMatchObject({ status: 'done', text: 'Wet stones.' })
  })

  it('with a malformed call is requested once more', async () => {
    const malformed = geminiChunk([], {
      finishReason: 'MALFORMED_FUNCTION_CALL',
      finishMessage: 'Malformed function call: print()',
    })
    const once = await playStreams(app, 'google', [events(malformed), events(stop)])
    expect(once).toMatchObject({ status: 'done', text: 'stones.', requests: 2 })
    const twice = await playStreams(app, 'google', [events(malformed)])
    expect(twice).toMatchObject({
      status: 'failed',
      code: 'malformed-call',
      providerMessage: 'Malformed function call: print()',
    })
  })

  it('with a call whose arguments are announced only does not run it', async () => {
    const partial = geminiChunk([{ functionCall: { name: 'knock', willContinue: true } }], { finishReason: 'STOP' })
    expect(await playStreams(app, 'google', [events(partial)])).toMatchObject({ status: 'failed', calls: [] })
  })

  it('with arguments as text runs its call', async () => {
    const part = { functionCall: { name: 'go_to', args: '{"to":"pantry"}' } }
    const stream = events(geminiChunk([part], { finishReason: 'STOP' }))
    expect((await playStreams(app, 'google', [stream, events(stop)])).calls).toEqual([
      ['go_to', { to: 'pantry' }, 'applied'],
    ])
  })
})
