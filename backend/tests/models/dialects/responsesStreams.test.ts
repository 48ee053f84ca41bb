import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { CELLAR } from '../../support/cellar.ts'
import { playStreams } from '../../support/playStreams.ts'
import { events, outputText, responsesEnd, responsesStart, typedEvents } from '../../support/providerStreams.ts'
import { openReplayApp, type ReplayApp } from '../../support/replayApp.ts'

let app: ReplayApp
beforeAll(async () => {
  app = await openReplayApp(CELLAR)
})
afterAll(() => app.close())

const done = { status: 'done', text: 'Wet stones.', code: undefined }
const ran = [['go_to', { to: 'pantry' }, 'applied']]

describe.each(['openai', 'xai'] as const)('a response of %s', (provider) => {
  const wet = outputText('Wet stones.')
  const whole = typedEvents(...responsesStart, wet, responsesEnd())
  const message = {
    type: 'message',
    id: 'i',
    role: 'assistant',
    content: [{ type: 'output_text', text: 'Wet stones.' }],
  }
  const callItem = { type: 'function_call', id: 'f', call_id: 'c', name: 'go_to' }
  const place = { item_id: 'f', output_index: 0 }
  const added = { type: 'response.output_item.added', output_index: 0, item: { ...callItem, arguments: '' } }
  const argumentsDelta = (text: string) => ({ type: 'response.function_call_arguments.delta', ...place, delta: text })
  const after = typedEvents(...responsesStart, outputText('After.'), responsesEnd())

  it.each([
    ['without the last blank line', whole.trimEnd()],
    ['without its start', typedEvents(wet, responsesEnd())],
    ['without names of events', events(...responsesStart, wet, responsesEnd())],
    ['without types', whole.replaceAll(/"type":"response[^"]*",/g, '')],
    ['with its text in its end only', typedEvents(responsesEnd([message]))],
    [
      'with its text in its item only',
      typedEvents({ type: 'response.output_item.done', output_index: 0, item: message }, responsesEnd()),
    ],
    [
      'with its text as a whole',
      typedEvents(
        ...responsesStart,
        { type: 'response.output_text.done', item_id: 'i', output_index: 0, text: 'Wet stones.' },
        responsesEnd(),
      ),
    ],
    [
      'with other ids in each event',
      typedEvents(
        ...responsesStart,
        { ...outputText('Wet '), item_id: 'x' },
        { ...outputText('stones.'), item_id: 'y' },
        responsesEnd(),
      ),
    ],
    ['without ids', typedEvents({ type: 'response.output_text.delta', delta: 'Wet stones.' }, responsesEnd())],
    ['with [DONE]', `${typedEvents(...responsesStart, wet)}data: [DONE]\n\n`],
    ['with response.done', typedEvents(...responsesStart, wet, { ...responsesEnd(), type: 'response.done' })],
    ['without usage', whole.replaceAll(/,"usage":(null|\{[^}]*\})/g, '')],
  ])('is done %s', async (_how, stream) => {
    expect(await playStreams(app, provider, [stream])).toMatchObject(done)
  })

  it.each([
    ['in pieces', [added, argumentsDelta('{"to":'), argumentsDelta('"pantry"}'), responsesEnd()]],
    [
      'as a whole',
      [
        added,
        { type: 'response.function_call_arguments.done', ...place, arguments: '{"to":"pantry"}' },
        responsesEnd(),
      ],
    ],
    [
      'in its item',
      [
        added,
        { type: 'response.output_item.done', output_index: 0, item: { ...callItem, arguments: '{"to":"pantry"}' } },
        responsesEnd(),
      ],
    ],
    ['in its end', [responsesEnd([{ ...callItem, arguments: '{"to":"pantry"}' }])]],
    [
      'as an object',
      [
        { type: 'response.output_item.done', output_index: 0, item: { ...callItem, arguments: { to: 'pantry' } } },
        responsesEnd(),
      ],
    ],
    ['cumulative', [added, argumentsDelta('{"to":'), argumentsDelta('{"to":"pantry"}'), responsesEnd()]],
    ['encoded twice', [added, argumentsDelta(JSON.stringify('{"to":"pantry"}')), responsesEnd()]],
  ])('runs a call with its arguments %s', async (_how, given) => {
    expect(await playStreams(app, provider, [typedEvents(...given), after])).toMatchObject({
      status: 'done',
      calls: ran,
    })
  })

  it('shows the reasoning of open models', async () => {
    const reasoning = {
      type: 'response.reasoning_text.delta',
      item_id: 'r',
      output_index: 0,
      content_index: 0,
      delta: 'Hm.',
    }
    const said = { ...wet, output_index: 1 }
    expect(await playStreams(app, provider, [typedEvents(reasoning, said, responsesEnd())])).toMatchObject({
      ...done,
      thinking: 'Hm.',
    })
  })
})
