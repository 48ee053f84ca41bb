import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { CELLAR } from '../../support/cellar.ts'
import { playStreams } from '../../support/playStreams.ts'
import { chat } from '../../support/providerStreams.ts'
import { openReplayApp, type ReplayApp } from '../../support/replayApp.ts'

let app: ReplayApp
beforeAll(async () => {
  app = await openReplayApp(CELLAR)
})
afterAll(() => app.close())

const done = { status: 'done', text: 'Wet stones.', code: undefined }

describe('an answer of Ollama', () => {
  const line = (message: object, more: object = {}): string =>
    `${JSON.stringify({ model: 'm', created_at: 'x', message: { role: 'assistant', content: '', ...message }, done: false, ...more })}\n`
  const wet = line({ content: 'Wet stones.' })
  const end = line({}, { done: true, done_reason: 'stop', prompt_eval_count: 100, eval_count: 50 })
  const goTo = (args: unknown) => line({ tool_calls: [{ function: { name: 'go_to', arguments: args } }] })

  it.each([
    ['without the last line end', (wet + end).trimEnd()],
    ['without a reason', wet + line({}, { done: true })],
    ['with another reason', wet + line({}, { done: true, done_reason: 'eos' })],
    ['in events', `data: ${wet}\ndata: ${end}\n`],
    ['with other lines', `null\n7\n[]\n{}\n{"status":"loading"}\n${wet}{"new":{}}\n${end}`],
    ['without models and times', (wet + end).replaceAll('"model":"m","created_at":"x",', '')],
    ['with content as a number', line({ content: 'Wet stones.' }) + line({ content: null }) + end],
    ['in parts', line({ content: [{ type: 'text', text: 'Wet ' }, 'stones.'] }) + end],
    ['in one line', line({ content: 'Wet stones.' }, { done: true })],
  ])('is done %s', async (_how, stream) => {
    expect(await playStreams(app, 'ollama', [stream], { contentType: 'application/x-ndjson' })).toMatchObject(done)
  })

  it.each([
    ['an object', goTo({ to: 'pantry' })],
    ['a text', goTo('{"to":"pantry"}')],
    ['a text that is encoded twice', goTo(JSON.stringify('{"to":"pantry"}'))],
  ])('runs a call whose arguments are %s', async (_how, stream) => {
    const played = await playStreams(app, 'ollama', [stream + end, line({ content: 'After.' }) + end])
    expect(played).toMatchObject({ status: 'done', calls: [['go_to', { to: 'pantry' }, 'applied']], usage: [200, 100] })
  })

  it.each([
    ['an object', '{"error":{"message":"No memory."}}\n'],
    ['a text', '{"error":"No memory."}'],
    ['a page', '<html>No memory.</html>'],
  ])('has the words of an error that is %s', async (_how, stream) => {
    expect(await playStreams(app, 'ollama', [wet + stream])).toMatchObject({
      status: 'interrupted',
      text: 'Wet stones.',
    })
    expect((await playStreams(app, 'ollama', [stream])).providerMessage).toContain('No memory.')
  })

  it('below /v1 is read under the name of JSON', async () => {
    const stream = chat({ content: 'Wet stones.' })
    expect(await playStreams(app, 'openai-compatible', [stream], { contentType: 'application/json' })).toMatchObject(
      done,
    )
  })
})
