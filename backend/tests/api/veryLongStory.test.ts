import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'

import { SessionDetail, SessionList, SessionState } from '../../src/web/schemas/session.ts'
import { countRows } from '../support/countRows.ts'
import { countTurns } from '../support/countTurns.ts'
import { addLongStory } from '../support/longStory.ts'
import { getSession, textOf, waitForAnswer } from '../support/play.ts'
import { problemIn } from '../support/problem.ts'
import { openTestApp } from '../support/testApp.ts'
import { openTestDatabase } from '../support/testDb.ts'

/** The last message is an answer. */
const LENGTH = 4001

const receipt = { action: 'core/advance', by: 'tool', args: {}, result: 'applied', guards: [], changes: [] }
const receipts = JSON.stringify([{ id: 'r', partId: null, line: 'An hour passes', receipt }])

async function openStory() {
  const counted = countRows(await openTestDatabase())
  const test = await openTestApp({ db: counted.db })
  const story = await addLongStory(counted.db, { messages: LENGTH, receipts })
  counted.take()
  return { test, take: counted.take, story, id: story.session.id }
}

describe(`a story of ${LENGTH} messages`, () => {
  it('opens as a short one does', async () => {
    const { test, take, story, id } = await openStory()
    expect(await getSession(test, id)).toMatchObject({ messageCount: LENGTH, headId: story.headId, place: 'Wet lawn' })
    const { queries, rows } = take()
    expect(rows).toBeLessThan(250)
    expect(queries).toBeLessThan(15)
  })

  it('is read for its next turn while other work runs, and then not again', async () => {
    const { test, take, id } = await openStory()
    const send = () => test.send('POST', `/sessions/${id}/messages`, { text: 'On.' })
    const sent = send()
    expect(await countTurns(sent)).toBeGreaterThan(LENGTH / 200)
    expect((await sent).statusCode).toBe(202)
    await waitForAnswer(test, id)
    take()
    await send()
    expect(take().rows).toBeLessThan(100)
    await waitForAnswer(test, id)
  })

  it('has a journal of its last thousand lines', async () => {
    const { test, take, story, id } = await openStory()
    const { journal } = SessionState.parse((await test.get(`/sessions/${id}/state`)).json())
    expect(journal).toHaveLength(1000)
    expect(journal.at(-1)).toEqual({ messageId: story.headId, line: 'An hour passes' })
    expect(journal[0]?.messageId).toBe(story.idOf(LENGTH - 1000))
    expect(take().rows).toBeLessThan(3000)
  })

  it('is forked while other work runs, and both are deleted alone', async () => {
    const { test, id } = await openStory()
    const messageId = (await getSession(test, id)).headId
    const forking = test.send('POST', `/sessions/${id}/fork`, { messageId })
    expect(await countTurns(forking)).toBeGreaterThan(LENGTH / 100)
    const fork = SessionDetail.parse((await forking).json())
    expect(fork.messageCount).toBe(LENGTH)
    expect(fork.messages.map(textOf).at(-1)).toBe(String(LENGTH - 1))
    expect((await test.send('DELETE', `/sessions/${id}`)).statusCode).toBe(204)
    expect(await getSession(test, fork.id)).toEqual(fork)
  })

  it.each([0, 1, 2, 4, 8, 16, 32])(
    'is forked whole or not at all when it is deleted %i moments later',
    async (moments) => {
      const { test, id } = await openStory()
      const messageId = (await getSession(test, id)).headId
      const forking = test.send('POST', `/sessions/${id}/fork`, { messageId })
      for (let moment = 0; moment < moments; moment += 1) await setImmediate()
      expect((await test.send('DELETE', `/sessions/${id}`)).statusCode).toBe(204)
      const fork = await forking
      const { data } = SessionList.parse((await test.get('/sessions')).json())
      if (fork.statusCode === 201) {
        expect(data).toMatchObject([{ id: fork.json().id }])
        expect(fork.json()).toMatchObject({ messageCount: LENGTH })
      } else {
        expect(problemIn(fork).code).toMatch(/^(session-deleted|(session|message)-not-found)$/)
        expect(data).toEqual([])
      }
    },
  )

  it('goes to its beginning, and back to its end while other work runs', async () => {
    const { test, story, id } = await openStory()
    const move = async (descend: boolean): Promise<SessionDetail> =>
      SessionDetail.parse(
        (await test.send('PUT', `/sessions/${id}/head`, { messageId: story.idOf(0), descend })).json(),
      )
    expect(await move(false)).toMatchObject({ headId: story.idOf(0), redoId: story.idOf(2), earlierCursor: null })
    const moving = move(true)
    expect(await countTurns(moving)).toBeGreaterThan(LENGTH / 1000)
    expect((await moving).headId).toBe(story.headId)
  })
})
