import type { LanguageModelV4CallOptions } from '@ai-sdk/provider'
import { describe, expect, it } from 'vitest'

import type { Message } from '../../src/messages/message.ts'
import { toolCall, fakeModel, finish, text } from '../support/fakeModel.ts'
import { startPlay } from './turnHarness.ts'

const textOf = (message: Message | undefined): string =>
  (message?.parts ?? []).map((part) => (part.type === 'text' ? part.text : '')).join('')

describe('a turn', () => {
  it('stores the message and the answer with its model', async () => {
    const play = await startPlay()
    const path = await play.playTurn(
      fakeModel([{ type: 'response-metadata', modelId: 'fake-1-0815' }, ...text('Grass, ', 'wet.')]),
      null,
    )
    const [words, answer] = (await play.playTurn(fakeModel(text('You wait.')), 'wait', path)).slice(1)
    expect(path[0]).toMatchObject({
      role: 'narrator',
      status: 'done',
      parentId: null,
      model: { answeringModel: 'fake-1-0815', requestedModel: 'fake' },
    })
    expect(textOf(path[0])).toBe('Grass, wet.')
    expect(words).toMatchObject({ role: 'player', status: 'done', parentId: path[0]?.id })
    expect(answer).toMatchObject({
      status: 'done',
      parentId: words?.id,
      finishReason: 'stop',
      error: null,
      usage: { inputTokens: 10, outputTokens: 2 },
    })
    expect(play.faults).toEqual([])
  })

  it('runs a tool call, then calls the model again with the new state in the result', async () => {
    const play = await startPlay()
    const opening = await play.playTurn(fakeModel(text('Grass.')), null)
    const model = fakeModel(toolCall('walk_to', '{"to":"gate"}'), text('The gate is warm.'))
    const answer = (await play.playTurn(model, 'to the gate', opening)).at(-1)
    expect(answer?.stateAfter).toMatchObject({ entities: { path: { current_node_id: 'gate' } } })
    expect(answer?.parts.map((part) => part.type)).toEqual(['tool-call', 'text'])
    expect(answer?.receipts.map((entry) => entry.line)).toEqual(['You went to the gate'])
    const [first, second] = model.doStreamCalls
    expect(first?.tools).toMatchObject([{ name: 'walk_to', inputSchema: { properties: { to: { type: 'string' } } } }])
    expect(JSON.stringify(first?.tools)).not.toContain('gate')
    expect(second?.tools).toEqual(first?.tools)
    expect(second?.prompt.slice(0, 4)).toEqual(first?.prompt)
    expect(second?.prompt.map((message) => message.role)).toEqual([
      'system',
      'user',
      'assistant',
      'user',
      'assistant',
      'tool',
    ])
    expect(JSON.stringify(second?.prompt.at(3))).toMatch(/Now: Lawn.*# The player says.*to the gate/)
    expect(second?.prompt.at(-1)?.content).toMatchObject([
      {
        output: {
          value: {
            result: 'applied',
            changed: ['Place: Lawn → Gate'],
            state: '### Path\n\n- Now: Gate\n  Green iron.',
            now: ['- walk_to', '  to lawn: Lawn', '  to orchard: Orchard'],
          },
        },
      },
    ])
  })

  it('sends the same tools on the opening and after the ending, where no call is run', async () => {
    const play = await startPlay()
    const first = fakeModel([...text('Grass.').slice(0, -1), ...toolCall('walk_to', '{"to":"gate"}')])
    const opening = await play.playTurn(first, null)
    expect(opening[0]).toMatchObject({ status: 'done', receipts: [] })
    const gate = await play.playTurn(fakeModel(toolCall('walk_to', '{"to":"gate"}'), text('Iron.')), 'on', opening)
    const last = fakeModel(toolCall('walk_to', '{"to":"orchard"}'), text('Home.'))
    const end = await play.playTurn(last, 'on', gate)
    expect(first.doStreamCalls[0]?.tools).toMatchObject([{ name: 'walk_to' }])
    expect(last.doStreamCalls[1]?.tools).toEqual(first.doStreamCalls[0]?.tools)
    expect(end.at(-1)?.stateAfter).toMatchObject({ ended: { title: 'Home', kind: 'good' } })
    expect(() => play.start(last, 'on', end)).toThrow(expect.objectContaining({ code: 'session-ended' }))
  })

  it.each([
    ['to a place that is not next', '{"to":"orchard"}', 'unknown-name'],
    ['that is no JSON', '{"to":', 'unknown-name'],
    ['without its arguments', '', 'missing-argument'],
    ['with a wrong type', '{"to":7}', 'bad-arguments'],
  ])('does not run a call %s, and tells the model alone why', async (_, input, code) => {
    const play = await startPlay()
    const opening = await play.playTurn(fakeModel(text('Grass.')), null)
    const model = fakeModel(toolCall('walk_to', input), text('You stay.'))
    const answer = (await play.playTurn(model, 'on', opening)).at(-1)
    expect(answer).toMatchObject({ status: 'done', receipts: [] })
    expect(JSON.stringify(model.doStreamCalls[1]?.prompt.at(-1))).toContain(code)
  })

  it('runs the calls of a server that finishes them with "stop"', async () => {
    const play = await startPlay()
    const opening = await play.playTurn(fakeModel(text('Grass.')), null)
    const call = { type: 'tool-call', toolCallId: '1', toolName: 'walk_to', input: '{"to":"gate"}' } as const
    const answer = (await play.playTurn(fakeModel([call, finish('stop')], text('Iron.')), 'on', opening)).at(-1)
    expect(answer).toMatchObject({ status: 'done', stateAfter: { entities: { path: { current_node_id: 'gate' } } } })
  })

  it('sends its request before anything is published', async () => {
    const play = await startPlay()
    const model = fakeModel(text('Grass.'))
    const publishedBefore: number[] = []
    const asked = {
      ...model,
      doStream: (options: LanguageModelV4CallOptions) => {
        publishedBefore.push(play.events.length)
        return model.doStream(options)
      },
    }
    await play.playTurn(asked, null)
    expect(publishedBefore).toEqual([0])
    expect(play.events.map(({ type }) => type).slice(0, 2)).toEqual(['message-start', 'state'])
  })

  it('is the only one running in its session', async () => {
    const play = await startPlay()
    const turn = play.start(fakeModel([{ type: 'text-delta', id: '1', delta: 'Grass' }, new Promise(() => {})]), null)
    expect(() => play.start(fakeModel(text('x')), null)).toThrow(expect.objectContaining({ code: 'turn-running' }))
    await play.engine.stop(play.sessionId)
    await turn.ended
  })

  it('can be stopped at any time, and keeps its text', async () => {
    const play = await startPlay()
    const turn = play.start(fakeModel([{ type: 'text-delta', id: '1', delta: 'Grass' }, new Promise(() => {})]), null)
    await turn.stored
    await play.engine.stop(play.sessionId)
    expect(await play.stored(turn.answerId)).toMatchObject({
      status: 'stopped',
      error: null,
      parts: [{ text: 'Grass' }],
    })
    expect(play.engine.runningAnswer(play.sessionId)).toBeUndefined()
    expect(play.events.at(-1)).toMatchObject({ type: 'message-end', message: { status: 'stopped' } })
  })

  it('is stored while it arrives', async () => {
    const play = await startPlay()
    const turn = play.start(fakeModel([{ type: 'text-delta', id: '1', delta: 'Grass' }, new Promise(() => {})]), null)
    await turn.stored
    await expect.poll(async () => textOf(await play.stored(turn.answerId))).toBe('Grass')
    expect(await play.stored(turn.answerId)).toMatchObject({ status: 'streaming' })
    await play.engine.stopAll()
  })

  it('publishes events that add up to the stored answer', async () => {
    const play = await startPlay()
    const opening = await play.playTurn(fakeModel(text('Grass.')), null)
    play.events.length = 0
    await play.playTurn(fakeModel(toolCall('walk_to', '{"to":"gate"}'), text('A ', 'gate.')), 'on', opening)
    expect(play.events.map((event) => event.type)).toEqual([
      'message-start',
      'message-start',
      'state',
      'part-start',
      'receipt',
      'part-end',
      'state',
      'part-start',
      'part-delta',
      'part-delta',
      'part-end',
      'message-end',
    ])
  })

  it('sends later turns the history without reasoning, and closes a call that was never run', async () => {
    const play = await startPlay()
    const opening = await play.playTurn(
      fakeModel([{ type: 'reasoning-delta', id: 'r', delta: 'Secretly.' }, ...text('Grass.')]),
      null,
    )
    const broken = await play.playTurn(fakeModel([new Error('socket')]), 'on', opening)
    const model = fakeModel(text('Iron.'))
    await play.playTurn(model, 'again', broken)
    const prompt = JSON.stringify(model.doStreamCalls[0]?.prompt)
    expect(prompt).not.toContain('Secretly')
    expect(model.doStreamCalls[0]?.prompt.map((message) => message.role)).toEqual([
      'system',
      'user',
      'assistant',
      'user',
      'assistant',
      'user',
    ])
  })
})
