import { describe, expect, it, onTestFinished } from 'vitest'

import { createMessagePaths, type MessagePathsOptions } from '../../src/db/messagePaths.ts'
import { insertMessages } from '../../src/db/models/messageQueries.ts'
import { deleteSessionRow } from '../../src/db/models/session.ts'
import { createTurnStore } from '../../src/db/turnStore.ts'
import type { Message } from '../../src/messages/message.ts'
import { countRows } from '../support/countRows.ts'
import { addLongStory, type LongStory, type LongStoryOptions } from '../support/longStory.ts'
import { addSession, makeMessage, NOW } from '../support/messages.ts'
import { openTestDatabase } from '../support/testDb.ts'

async function open() {
  const db = await openTestDatabase('sqlite')
  onTestFinished(() => db.destroy())
  return { db, session: await addSession(db), store: createTurnStore(db, () => NOW) }
}

async function openStories(
  count: number,
  { messages, text = '', receipts = '[]', ...options }: LongStoryOptions & MessagePathsOptions,
) {
  const { db } = await open()
  const stories: [LongStory, ...LongStory[]] = [await addLongStory(db, { messages, text, receipts })]
  while (stories.length < count) stories.push(await addLongStory(db, { messages, text, receipts }))
  const counted = countRows(db)
  return { db, take: counted.take, stories, paths: createMessagePaths(counted.db, options) }
}

describe('cached paths', () => {
  it('follow the head, and never contain an unfinished answer', async () => {
    const { db, session, store } = await open()
    const paths = createMessagePaths(db)
    const load = async (head: Message) => (await paths.load(session.id, head.id)).map(({ id, status }) => [id, status])
    const root = makeMessage(session, null)
    const words = makeMessage(session, root, { role: 'player' })
    const answer = makeMessage(session, words, { status: 'streaming' })
    await store.begin(session.id, [root, words, answer])
    expect(await load(answer)).toEqual([
      [root.id, 'done'],
      [words.id, 'done'],
      [answer.id, 'streaming'],
    ])
    await store.finish({ ...answer, status: 'done' })
    expect(await load(answer)).toEqual([
      [root.id, 'done'],
      [words.id, 'done'],
      [answer.id, 'done'],
    ])
    expect(await load(root)).toEqual([[root.id, 'done']])
    const other = makeMessage(session, root)
    await insertMessages(db, [other])
    expect(await load(other)).toEqual([
      [root.id, 'done'],
      [other.id, 'done'],
    ])
    expect(await load(answer)).toHaveLength(3)
  })

  it('belong to one session', async () => {
    const { db, session } = await open()
    const other = await addSession(db)
    const paths = createMessagePaths(db)
    const own = makeMessage(session, null)
    const foreign = makeMessage(other, null)
    await insertMessages(db, [own, foreign])
    await paths.load(session.id, own.id)
    expect(await paths.load(session.id, foreign.id)).toEqual([])
    await deleteSessionRow(db, other.id)
    expect(await paths.load(session.id, foreign.id)).toEqual([])
    expect(await paths.load(session.id, own.id)).toMatchObject([{ id: own.id }])
  })

  it('include new messages without reading rows', async () => {
    const { db, session } = await open()
    const paths = createMessagePaths(db)
    const root = makeMessage(session, null)
    const words = makeMessage(session, root, { role: 'player' })
    const answer = makeMessage(session, words)
    const other = makeMessage(session, root)
    for (const message of [root, words, { ...answer, status: 'streaming' as const }, answer]) paths.extend(message)
    expect(await paths.load(session.id, answer.id)).toMatchObject([
      { id: root.id },
      { id: words.id },
      { id: answer.id },
    ])
    paths.extend(other)
    expect(await paths.load(session.id, other.id)).toMatchObject([{ id: root.id }, { id: other.id }])
    expect(await paths.load(session.id, answer.id)).toEqual([])
  })

  it('read what is new on another branch', async () => {
    const { db, paths, take, stories } = await openStories(1, { messages: 60 })
    const [story] = stories
    await paths.load(story.session.id, story.headId)
    const aside = makeMessage(story.session, { id: story.idOf(40) })
    await insertMessages(db, [aside])
    take()
    expect(await paths.load(story.session.id, aside.id)).toHaveLength(42)
    // The steps up to a known message, and the one message that is not known.
    expect(take().rows).toBeLessThan(60)
    await paths.load(story.session.id, aside.id)
    expect(take()).toEqual({ queries: 0, rows: 0 })
  })

  it.each([
    ['texts', { text: 'x'.repeat(1000) }],
    ['receipts', { receipts: `[${' '.repeat(1000)}]` }],
  ])('leave the cache when there are too many, the oldest first: with long %s', async (_, content) => {
    const { paths, take, stories } = await openStories(3, { messages: 10, ...content, maxBytes: 50_000 })
    for (const { session, headId } of stories) await paths.load(session.id, headId)
    take()
    const reads: boolean[] = []
    for (const { session, headId } of stories.toReversed()) {
      expect(await paths.load(session.id, headId)).toHaveLength(10)
      reads.push(take().rows > 0)
    }
    expect(reads).toEqual([false, false, true])
  })

  it('of open and running sessions stay, if they fit', async () => {
    const watched = new Set<string>()
    const options = {
      messages: 10,
      text: 'x'.repeat(1000),
      maxBytes: 50_000,
      isWatched: (id: string) => watched.has(id),
    }
    const { paths, take, stories } = await openStories(4, options)
    const [first] = stories
    watched.add(first.session.id)
    for (const { session, headId } of stories) await paths.load(session.id, headId)
    take()
    await paths.load(first.session.id, first.headId)
    expect(take().rows).toBe(0)
    for (const { session } of stories) watched.add(session.id)
    for (const { session, headId } of stories) await paths.load(session.id, headId)
    take()
    await paths.load(first.session.id, first.headId)
    expect(take().rows).toBeGreaterThan(0)
  })

  it('leave the cache with a deleted session', async () => {
    const { paths, take, stories } = await openStories(1, { messages: 4 })
    const [{ session, headId }] = stories
    await paths.load(session.id, headId)
    paths.forget(session.id)
    take()
    await paths.load(session.id, headId)
    expect(take().rows).toBeGreaterThan(0)
  })
})

describe('the path of a very long story', () => {
  const long = { messages: 2000, text: 'x'.repeat(1000), maxLength: 100_000 }

  it('is only its end, and no more is read', async () => {
    const { paths, take, stories } = await openStories(1, long)
    const [{ session, headId }] = stories
    const path = await paths.load(session.id, headId)
    expect(path.length).toBeGreaterThan(30)
    expect(path.length).toBeLessThan(200)
    expect(path.at(-1)?.id).toBe(headId)
    expect(path[0]?.parentId).not.toBeNull()
    expect(take().rows).toBeLessThan(500)
  })

  it('has the same beginning for many turns', async () => {
    const { paths, stories } = await openStories(1, long)
    const [{ session, headId }] = stories
    const beginnings: string[] = []
    let last: Pick<Message, 'id'> = { id: headId }
    for (let turn = 0; turn < 100; turn += 1) {
      const path = await paths.load(session.id, last.id)
      beginnings.push(path[0]?.id ?? '')
      const parts = [{ id: 'p', type: 'text' as const, text: 'x'.repeat(1000) }]
      const answer = makeMessage(session, last, { parts })
      paths.extend(answer)
      last = answer
    }
    expect(new Set(beginnings).size).toBeGreaterThan(1)
    expect(new Set(beginnings).size).toBeLessThan(10)
  })
})
