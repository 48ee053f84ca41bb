import { describe, expect, it } from 'vitest'

import { MessagePage, SessionDetail } from '../../src/web/schemas/session.ts'
import { addLongStory, type LongStoryOptions } from '../support/longStory.ts'
import { getSession, sendMessage, startSession, textOf, textsOf } from '../support/play.ts'
import { problemIn } from '../support/problem.ts'
import { openTestApp, type TestApp } from '../support/testApp.ts'

async function openStory(options: LongStoryOptions) {
  const test = await openTestApp()
  return { test, story: await addLongStory(test.services.db, options) }
}

async function getEarlier(test: TestApp, id: string, before: string | null, limit?: number): Promise<MessagePage> {
  const query = new URLSearchParams({ before: String(before), ...(limit !== undefined && { limit: String(limit) }) })
  return MessagePage.parse((await test.get(`/sessions/${id}/messages?${query}`)).json())
}

const numbers = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_one, index) => String(from + index))

describe('a story of 120 messages', () => {
  it('opens with the last fifty', async () => {
    const { test, story } = await openStory({ messages: 120 })
    const session = await getSession(test, story.session.id)
    expect(textsOf(session)).toEqual(numbers(70, 120))
    expect(session).toMatchObject({ messageCount: 120, headId: story.headId, place: 'Wet lawn' })
  })

  it('has the others in pages, each before the one that was read', async () => {
    const { test, story } = await openStory({ messages: 120 })
    const { id, earlierCursor } = await getSession(test, story.session.id)
    const second = await getEarlier(test, id, earlierCursor)
    expect(second.data.map(textOf)).toEqual(numbers(20, 70))
    const third = await getEarlier(test, id, second.earlierCursor, 15)
    expect(third.data.map(textOf)).toEqual(numbers(5, 20))
    const last = await getEarlier(test, id, third.earlierCursor, 200)
    expect(last.data.map(textOf)).toEqual(numbers(0, 5))
    expect(last.earlierCursor).toBeNull()
  })

  it('has the same earlier messages after it has grown and after it was undone', async () => {
    const { test, story } = await openStory({ messages: 121 })
    const { id, earlierCursor } = await getSession(test, story.session.id)
    const before = await getEarlier(test, id, earlierCursor)
    await sendMessage(test, id, 'On.')
    expect(await getEarlier(test, id, earlierCursor)).toEqual(before)
    await test.send('PUT', `/sessions/${id}/head`, { messageId: story.idOf(10) })
    expect(await getEarlier(test, id, earlierCursor)).toEqual(before)
  })

  it('keeps the siblings of each message', async () => {
    const { test, story } = await openStory({ messages: 121 })
    const { id } = story.session
    await test.send('PUT', `/sessions/${id}/head`, { messageId: story.idOf(2) })
    const branched = await sendMessage(test, id, 'Elsewhere.')
    const ids = [story.idOf(3), branched.messages.at(-2)?.id]
    expect(branched.messages.at(-2)?.siblingIds).toEqual(ids)
    const { data } = await getEarlier(test, id, story.idOf(4))
    expect(data.at(-1)?.siblingIds).toEqual(ids)
  })
})

describe('the messages of a story', () => {
  it('are fewer at once if they are long, and below 100 KiB', async () => {
    const { test, story } = await openStory({ messages: 120, text: 'é'.repeat(1500) })
    const { statusCode, body } = await test.get(`/sessions/${story.session.id}`)
    expect(statusCode).toBe(200)
    expect(Buffer.byteLength(body)).toBeLessThan(100 * 1024)
    const { messages, earlierCursor } = SessionDetail.parse(JSON.parse(body))
    expect(messages.length).toBeGreaterThan(10)
    expect(messages.at(-1)?.id).toBe(story.headId)
    expect(earlierCursor).toBe(messages[0]?.id)
  })

  it('are at least the last three, however long they are', async () => {
    const { test, story } = await openStory({ messages: 10, text: 'x'.repeat(200_000) })
    const session = await getSession(test, story.session.id)
    expect(session.messages.map(({ id }) => id)).toEqual([7, 8, 9].map(story.idOf))
  })

  it('are none before the first one', async () => {
    const test = await openTestApp()
    const { id, earlierCursor, headId } = await startSession(test)
    expect(earlierCursor).toBeNull()
    expect(await getEarlier(test, id, headId)).toEqual({ data: [], earlierCursor: null })
  })

  it.each(['01234567-89ab-7def-8123-456789abcdef', 'x', "'; drop table message; --"])(
    'before %s are not found',
    async (before) => {
      const test = await openTestApp()
      const { id } = await startSession(test)
      const answer = await test.get(`/sessions/${id}/messages?before=${encodeURIComponent(before)}`)
      expect(problemIn(answer)).toMatchObject({ status: 404, code: 'message-not-found' })
    },
  )

  it('of another session are not found', async () => {
    const { test, story } = await openStory({ messages: 3 })
    const { id } = await startSession(test)
    const answer = await test.get(`/sessions/${id}/messages?before=${story.headId}`)
    expect(problemIn(answer)).toMatchObject({ status: 404, code: 'message-not-found' })
  })

  it.each(['before=x&limit=0', 'before=x&limit=201', 'limit=5', 'before='])(
    'need a valid query: not %s',
    async (query) => {
      const test = await openTestApp()
      const { id } = await startSession(test)
      const answer = await test.get(`/sessions/${id}/messages?${query}`)
      expect(problemIn(answer)).toMatchObject({ status: 422, code: 'invalid-input' })
    },
  )
})
