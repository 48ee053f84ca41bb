import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { CELLAR } from '../../support/cellar.ts'
import { playStreams } from '../../support/playStreams.ts'
import { events, messagesEnd, messagesStart, textBlock, typedEvents } from '../../support/providerStreams.ts'
import { openReplayApp, type ReplayApp } from '../../support/replayApp.ts'

let app: ReplayApp
beforeAll(async () => {
  app = await openReplayApp(CELLAR)
})
afterAll(() => app.close())

const done = { status: 'done', text: 'Wet stones.', code: undefined }
const ran = [['go_to', { to: 'pantry' }, 'applied']]

describe('an answer of Anthropic', () => {
  const wet = textBlock(0, 'Wet stones.')
  const whole = typedEvents(messagesStart, ...wet, ...messagesEnd('end_turn'))
  const delta = (fields: object) => ({ type: 'content_block_delta', ...fields })
  const end = typedEvents(...messagesEnd('tool_use'))
  const goTo = { type: 'tool_use', id: 't', name: 'go_to', input: {} }
  const started = (block: object) => ({ type: 'content_block_start', index: 0, content_block: block })
  const after = typedEvents(messagesStart, ...textBlock(0, 'After.'), ...messagesEnd('end_turn'))

  it.each([
    ['without the last blank line', whole.trimEnd()],
    ['without names of events', events(messagesStart, ...wet, ...messagesEnd('end_turn'))],
    ['without types', whole.replaceAll(/"type":"(message_\w+|content_block_\w+)",/g, '')],
    ['without message_stop', typedEvents(messagesStart, ...wet, ...messagesEnd('end_turn').slice(0, 1))],
    ['without message_delta', typedEvents(messagesStart, ...wet, { type: 'message_stop' })],
    ['without message_start', typedEvents(...wet, ...messagesEnd('end_turn'))],
    ['without usage', whole.replaceAll(/,"usage":\{[^}]*\}/g, '')],
    ['without the start of its block', typedEvents(messagesStart, ...wet.slice(1), ...messagesEnd('end_turn'))],
    ['without numbers of its blocks', whole.replaceAll('"index":0,', '')],
    [
      'with its text in the start of its block',
      typedEvents(
        messagesStart,
        started({ type: 'text', text: 'Wet ' }),
        delta({ index: 0, delta: { type: 'text_delta', text: 'stones.' } }),
        ...messagesEnd('end_turn'),
      ),
    ],
    ['with [DONE]', `${typedEvents(messagesStart, ...wet)}data: [DONE]\n\n`],
    ['with the finish reason of others', typedEvents(messagesStart, ...wet, ...messagesEnd('STOP'))],
    [
      'with its text in a list',
      typedEvents(
        messagesStart,
        delta({ index: 0, delta: { type: 'text_delta', text: ['Wet ', { text: 'stones.' }] } }),
        ...messagesEnd('end_turn'),
      ),
    ],
    ['with a connection that stays open', `${whole}: still here\n\n`],
  ])('is done %s', async (_how, stream) => {
    expect(await playStreams(app, 'anthropic', [stream])).toMatchObject(done)
  })

  it.each([
    [
      'in its start',
      typedEvents(messagesStart, started({ ...goTo, input: { to: 'pantry' } }), {
        type: 'content_block_stop',
        index: 0,
      }) + end,
    ],
    [
      'in pieces',
      typedEvents(
        messagesStart,
        started(goTo),
        delta({ index: 0, delta: { type: 'input_json_delta', partial_json: '{"to":' } }),
        delta({ index: 0, delta: { type: 'input_json_delta', partial_json: '"pantry"}' } }),
      ) + end,
    ],
    [
      'cumulative',
      typedEvents(
        messagesStart,
        started(goTo),
        delta({ index: 0, delta: { type: 'input_json_delta', partial_json: '{"to":' } }),
        delta({ index: 0, delta: { type: 'input_json_delta', partial_json: '{"to":"pantry"}' } }),
      ) + end,
    ],
    [
      'encoded twice',
      typedEvents(
        messagesStart,
        started(goTo),
        delta({ index: 0, delta: { type: 'input_json_delta', partial_json: JSON.stringify('{"to":"pantry"}') } }),
      ) + end,
    ],
  ])('runs a call with its arguments %s', async (_how, stream) => {
    expect(await playStreams(app, 'anthropic', [stream, after])).toMatchObject({ status: 'done', calls: ran })
  })

  it('counts the tokens that only its end reports', async () => {
    const [last, stop] = messagesEnd('end_turn')
    const usage = { input_tokens: 90, cache_read_input_tokens: 10, output_tokens: 50 }
    const start = {
      ...messagesStart,
      message: { ...messagesStart.message, usage: { input_tokens: 0, output_tokens: 0 } },
    }
    const stream = typedEvents(
      start,
      ...wet,
      { ...last, type: 'message_delta', usage },
      { ...stop, type: 'message_stop' },
    )
    expect((await playStreams(app, 'anthropic', [stream])).usage).toEqual([100, 50])
  })
})
