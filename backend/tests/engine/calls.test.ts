import { describe, expect, it } from 'vitest'

import type { Message } from '../../src/messages/message.ts'
import { withoutErrors } from '../../src/engine/calls/withoutErrors.ts'
import type { StoredPart } from '../../src/messages/part.ts'
import { fakeModel, finish, text, toolCall, type FakePart } from '../support/fakeModel.ts'
import { startPlay } from './turnHarness.ts'

const wanted = (toolName: string, input: string): FakePart => ({
  type: 'tool-call',
  toolCallId: input,
  toolName,
  input,
})
const calls = (...inputs: readonly string[]): readonly FakePart[] => [
  ...inputs.map((input) => wanted('walk_to', input)),
  finish('tool-calls'),
]
const resultsOf = (message: Message | undefined) =>
  message?.parts.flatMap((part) => (part.type === 'tool-call' ? [part.result] : []))

describe('the calls of a step', () => {
  it('may name a place by its name', async () => {
    const play = await startPlay()
    const opening = await play.playTurn(fakeModel(text('Grass.')), null)
    const answer = (await play.playTurn(fakeModel(calls('{"to":"the Gate"}'), text('Iron.')), 'on', opening)).at(-1)
    expect(answer?.receipts).toMatchObject([{ receipt: { args: { to: 'gate' }, result: 'applied' } }])
    expect(answer?.parts[0]).toMatchObject({ input: { to: 'the Gate' }, result: { result: 'applied' } })
  })

  it('run once if they are the same, whatever they are written like', async () => {
    const play = await startPlay()
    const opening = await play.playTurn(fakeModel(text('Grass.')), null)
    const step = calls('{"to":"gate"}', '{ "to": "gate" }', '{"to":"Gate"}', '{"to":"moon"}', '{"to":"moon"}')
    const answer = (await play.playTurn(fakeModel(step, text('Iron.')), 'on', opening)).at(-1)
    expect(resultsOf(answer)).toMatchObject([{ result: 'applied' }, { result: 'error', code: 'unknown-name' }])
    expect(answer?.receipts).toHaveLength(1)
    expect(answer?.model?.notices).toEqual(['The model made the same call twice at once. It was carried out once.'])
  })

  it('are errors in an opening, which goes on', async () => {
    const play = await startPlay()
    const model = fakeModel(toolCall('walk_to', '{"to":"gate"}'), text('Grass.'))
    const [answer] = await play.playTurn(model, null)
    expect(answer).toMatchObject({ status: 'done', receipts: [], stateAfter: { entities: {} } })
    expect(resultsOf(answer)).toMatchObject([{ result: 'error', code: 'no-calls-now', valid: [] }])
    expect(JSON.stringify(model.doStreamCalls[1]?.prompt.at(-1))).toContain('no-calls-now')
  })

  it('are errors in an opening that has its text, which ends it', async () => {
    const play = await startPlay()
    const written = { type: 'text-delta', id: '1', delta: 'Grass.' } as const
    const model = fakeModel([written, ...calls('{"to":"gate"}')])
    const [answer] = await play.playTurn(model, null)
    expect(model.doStreamCalls).toHaveLength(1)
    expect(answer).toMatchObject({ status: 'done', finishReason: 'stop', receipts: [] })
  })

  it('are errors in the last step, which ends with its text', async () => {
    const play = await startPlay()
    const opening = await play.playTurn(fakeModel(text('Grass.')), null)
    const tries = Array.from({ length: 8 }, (_, index) => toolCall('walk_to', `{"to":"moon ${index}"}`))
    const written = { type: 'text-delta', id: '1', delta: 'You stay.' } as const
    const model = fakeModel(...tries, [written, ...calls('{"to":"gate"}')])
    const answer = (await play.playTurn(model, 'on', opening)).at(-1)
    expect(answer).toMatchObject({ status: 'done', receipts: [] })
    expect(resultsOf(answer)?.at(-1)).toMatchObject({ code: 'no-calls-now' })
  })

  it('leave the history with their turn if they were errors', async () => {
    const play = await startPlay()
    const opening = await play.playTurn(fakeModel(text('Grass.')), null)
    const model = fakeModel(toolCall('walk_to', '{"to":"moon"}'), toolCall('walk_to', '{"to":"gate"}'), text('Iron.'))
    const first = await play.playTurn(model, 'on', opening)
    expect(JSON.stringify(model.doStreamCalls[2]?.prompt)).toContain('unknown-name')
    const next = fakeModel(text('You wait.'))
    await play.playTurn(next, 'wait', first)
    const prompt = JSON.stringify(next.doStreamCalls[0]?.prompt)
    expect(prompt).not.toContain('unknown-name')
    expect(prompt).not.toContain('moon')
    expect(prompt).toContain('"result":"applied"')
  })
})

describe('an earlier answer', () => {
  const origin = (step: number) => ({ provider: 'openai', host: 'h', model: 'm', step, metadata: { openai: {} } })
  const thinking = (step: number): StoredPart => ({
    id: `thinking-${step}`,
    type: 'thinking',
    text: 'Hm.',
    durationMs: 1,
    origin: origin(step),
  })
  const prose = (step: number): StoredPart => ({ id: `text-${step}`, type: 'text', text: 'So.', origin: origin(step) })
  const call = (step: number, result: string): StoredPart => ({
    id: `call-${step}-${result}`,
    type: 'tool-call',
    toolName: 'walk_to',
    input: {},
    result: { result, code: 'c', message: 'm', reason: 'r', changed: ['x'], valid: [] },
    receiptId: null,
    origin: origin(step),
  })

  it('is sent without calls that were errors, and without the reasoning that led to nothing else', () => {
    const parts = [thinking(0), prose(0), call(0, 'error'), thinking(1), call(1, 'error'), call(1, 'applied'), prose(2)]
    expect(withoutErrors(parts)).toEqual([
      { ...prose(0), origin: undefined },
      thinking(1),
      call(1, 'applied'),
      prose(2),
    ])
  })

  it('is sent as it is if none was', () => {
    const parts = [thinking(0), call(0, 'refused'), prose(1)]
    expect(withoutErrors(parts)).toBe(parts)
  })
})
