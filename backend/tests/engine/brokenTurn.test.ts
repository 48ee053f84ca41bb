import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'

import type { Message } from '../../src/messages/message.ts'
import { toolCall, fakeModel, finish, text } from '../support/fakeModel.ts'
import { longText } from '../support/longText.ts'
import { startPlay } from './turnHarness.ts'

const textOf = (message: Message | undefined): string =>
  (message?.parts ?? []).map((part) => (part.type === 'text' ? part.text : '')).join('')

describe('a failing turn', () => {
  it('stops endless tool calls with two steps whose calls are not run', async () => {
    const play = await startPlay()
    const opening = await play.playTurn(fakeModel(text('Grass.')), null)
    const model = fakeModel(...Array.from({ length: 9 }, (_, index) => toolCall('walk_to', `{"to":"moon ${index}"}`)))
    const answer = (await play.playTurn(model, 'on', opening)).at(-1)
    expect(model.doStreamCalls).toHaveLength(10)
    expect(JSON.stringify(model.doStreamCalls[8]?.prompt.at(-1))).toContain('Nothing more can be called in this turn.')
    expect(JSON.stringify(model.doStreamCalls[9]?.prompt.at(-1))).toContain('no-calls-now')
    expect(model.doStreamCalls[8]?.tools).toEqual(model.doStreamCalls[0]?.tools)
    expect(answer?.receipts).toEqual([])
    expect(answer).toMatchObject({ status: 'failed', error: { code: 'empty-answer' } })
  })

  it.each([
    [
      'breaks off in words',
      [{ type: 'text-delta', id: '1', delta: 'The ga' }, new Error('socket')] as const,
      'interrupted',
      'The ga',
    ],
    [
      'ends early without a finish',
      [{ type: 'text-delta', id: '1', delta: 'The ga' }] as const,
      'interrupted',
      'The ga',
    ],
    [
      'ends for no reason we know',
      [{ type: 'text-delta', id: '1', delta: 'The ga' }, finish('other')] as const,
      'interrupted',
      'The ga',
    ],
    ['fails before a word', [new Error('refused')] as const, 'failed', ''],
    ['says nothing at all', [finish('stop')] as const, 'failed', ''],
    ['is cut by a filter', [finish('content-filter')] as const, 'failed', ''],
  ])('that %s keeps the text and says what happened', async (_, parts, status, words) => {
    const play = await startPlay()
    const [answer] = await play.playTurn(fakeModel(parts), null)
    expect(answer).toMatchObject({ status, error: { detail: expect.any(String), hint: expect.any(String) } })
    expect(textOf(answer)).toBe(words)
  })

  it('reports an internal error as internal', async () => {
    const play = await startPlay()
    const model = fakeModel(text('Grass.'))
    const turn = play.start(model, null, [], () => {
      throw new RangeError('a slip of ours')
    })
    await turn.ended
    expect(await play.stored(turn.answerId)).toMatchObject({ status: 'failed', error: { code: 'internal-error' } })
    expect(play.faults).toEqual([expect.objectContaining({ message: 'a slip of ours' })])
  })

  it('ends an endless answer and keeps what arrived', async () => {
    const play = await startPlay()
    const chapter = { type: 'text-delta', id: '1', delta: longText(300_000) } as const
    const [answer] = await play.playTurn(fakeModel([chapter, chapter, chapter, new Promise(() => {})]), null)
    expect(answer).toMatchObject({ status: 'done', finishReason: 'length' })
  })

  it('limits the calls of one step', async () => {
    const play = await startPlay()
    const opening = await play.playTurn(fakeModel(text('Grass.')), null)
    const call = { type: 'tool-call', toolCallId: '1', toolName: 'walk_to' } as const
    const calls = Array.from({ length: 1000 }, (_, index) => ({ ...call, input: `{"to":"moon ${index}"}` }))
    const answer = (
      await play.playTurn(fakeModel([...calls, finish('tool-calls')], text('You stay.')), 'on', opening)
    ).at(-1)
    expect(answer?.parts.filter(({ type }) => type === 'tool-call')).toHaveLength(32)
  })

  it('does not run a call of an interrupted answer', async () => {
    const play = await startPlay()
    const opening = await play.playTurn(fakeModel(text('Grass.')), null)
    const call = { type: 'tool-call', toolCallId: '1', toolName: 'walk_to', input: '{"to":"gate"}' } as const
    const answer = (await play.playTurn(fakeModel([call, finish('length')]), 'on', opening)).at(-1)
    expect(answer).toMatchObject({ status: 'failed', receipts: [], stateAfter: { entities: {} } })
  })

  it("that can't be stored ends with an error and frees the session", async () => {
    const play = await startPlay()
    await sql`drop table message`.execute(play.db)
    const turn = play.start(fakeModel(text('Grass.')), null)
    await expect(turn.stored).rejects.toThrow('message')
    await turn.ended
    expect(play.faults).toHaveLength(1)
    expect(play.engine.runningAnswer(play.sessionId)).toBeUndefined()
  })
})
