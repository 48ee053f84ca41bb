import { describe, expect, it, onTestFinished } from 'vitest'

import { textOf } from '../../src/messages/part.ts'
import { listChildIds } from '../../src/db/models/messageTree.ts'
import { findSession } from '../../src/db/models/session.ts'
import { fakeModel, finish, type FakePart, gate, text as shortText, toolCall } from '../support/fakeModel.ts'
import { startPlay } from './turnHarness.ts'

const LAWN = 'You are on the lawn. The grass is wet, and a ball lies where somebody left it.'
const WRONG = 'A bell rings. You walk into the orchard.'
const FACT = 'You are still at the lawn.'
const RIGHT = 'You wait on the lawn. A bell rings.'

/** A text with as many tokens as it may have. */
const text = (...words: readonly (string | (() => Promise<unknown>))[]): readonly FakePart[] => [
  ...shortText(...words).slice(0, -1),
  finish('stop', 40),
]

/** A session that has answers with marks rewritten, after its opening. */
async function open() {
  const play = await startPlay(undefined, undefined, { driftCheck: 'repair' })
  onTestFinished(() => play.db.destroy())
  const opening = await play.playTurn(fakeModel(text(LAWN)), null)
  play.events.length = 0
  const send = async (...answers: readonly (readonly FakePart[])[]) => {
    const model = fakeModel(...answers)
    const turn = play.start(model, 'I wait.', opening)
    const shownId = await turn.ended
    const stored = await listChildIds(play.db, play.sessionId, turn.message?.id ?? null, 'narrator')
    return { model, turn, shown: await play.stored(shownId), first: await play.stored(turn.answerId), stored }
  }
  const headId = async () => (await findSession(play.db, play.sessionId))?.headId
  return { play, opening, send, headId }
}

describe('an answer with a mark, in a session that has it rewritten', () => {
  it('is kept beside another one, which is sent the fact and is the only one that readers see', async () => {
    const { play, send, headId } = await open()
    const { model, shown, first, stored } = await send(text(WRONG), text(RIGHT))
    expect([textOf(first), textOf(shown)]).toEqual([WRONG, RIGHT])
    expect(first).toMatchObject({ status: 'done', driftFindings: [{ kind: 'moved-unconfirmed' }] })
    expect(shown).toMatchObject({ status: 'done', driftFindings: [], parentId: first.parentId })
    expect(stored).toEqual([first.id, shown.id])
    expect(await headId()).toBe(shown.id)
    expect(JSON.stringify(model.doStreamCalls[0]?.prompt)).not.toContain(FACT)
    expect(JSON.stringify(model.doStreamCalls[1]?.prompt)).toContain(FACT)
    expect(JSON.stringify(play.events)).not.toContain(WRONG)
    expect(play.events.findLast(({ type }) => type === 'message-end')).toMatchObject({ message: { id: shown.id } })
    expect(play.faults).toEqual([])
  })

  it('is rewritten once, even if the other one has a mark as well', async () => {
    const { send } = await open()
    const { model, shown, first } = await send(text(WRONG))
    expect(model.doStreamCalls).toHaveLength(2)
    expect(shown.id).not.toBe(first.id)
    expect(shown.driftFindings).toHaveLength(1)
  })

  it('undoes what its calls did, and takes over what the calls of the other one do', async () => {
    const { send } = await open()
    const { shown, first } = await send(toolCall('walk_to', '{"to":"gate"}'), text(WRONG), text(RIGHT))
    expect(first.receipts).toHaveLength(1)
    expect(shown.receipts).toEqual([])
    expect(shown.stateAfter).not.toEqual(first.stateAfter)
  })

  it.each([
    ['fails', [new Error('The connection is gone.')]],
    ['is empty', [finish('stop')]],
    ['breaks off', [...text('You wait').slice(0, 2), new Error('The connection is gone.')]],
  ])('is shown itself if the other one %s', async (_how, other) => {
    const { play, send, headId } = await open()
    const { shown, first, stored } = await send(text(WRONG), other)
    expect(shown).toEqual(first)
    expect(stored).toEqual([first.id])
    expect(await headId()).toBe(first.id)
    expect(play.events.at(-1)).toMatchObject({ type: 'message-end', message: { driftFindings: [expect.anything()] } })
  })

  it('is shown itself if the player stops the other one', async () => {
    const { play, opening } = await open()
    const { opened: writing, open: write } = gate()
    const waits = async (): Promise<void> => {
      write()
      await new Promise(() => {})
    }
    const turn = play.start(fakeModel(text(WRONG), text('You wait', waits)), 'I wait.', opening)
    await writing
    await play.engine.stop(play.sessionId)
    expect(await turn.ended).toBe(turn.answerId)
    expect(await play.stored(turn.answerId)).toMatchObject({ status: 'done' })
  })
})

describe('an answer in such a session', () => {
  it('is shown when it is whole, and is not rewritten without a mark', async () => {
    const { play, opening } = await open()
    const { opened: writing, open: write } = gate()
    const { opened: mayEnd, open: end } = gate()
    const waits = (): Promise<void> => {
      write()
      return mayEnd
    }
    const model = fakeModel(text('You wait on the lawn. ', waits, 'A bell rings.'))
    const turn = play.start(model, 'I wait.', opening)
    await writing
    await turn.stored
    expect(play.engine.runningAnswer(play.sessionId)).toMatchObject({ id: turn.answerId, parts: [] })
    expect(JSON.stringify(play.events)).not.toContain('You wait on')
    end()
    expect(await turn.ended).toBe(turn.answerId)
    expect(model.doStreamCalls).toHaveLength(1)
    const delta = play.events.filter(({ type }) => type === 'part-delta')
    expect(delta).toHaveLength(2)
  })
})
