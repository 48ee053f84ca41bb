import { describe, expect, it, onTestFinished } from 'vitest'

import type { Database } from '../../src/db/database.ts'
import { createMessagePaths } from '../../src/db/messagePaths.ts'
import { findEndingsFound } from '../../src/db/models/endingFound.ts'
import { type AnswerPiece, contentSince } from '../../src/messages/answerPiece.ts'
import type { AnswerInProgress, Message } from '../../src/messages/message.ts'
import { findMessage, insertMessages, interruptStreaming } from '../../src/db/models/messageQueries.ts'
import { countMessages, findNewestBelow, loadSiblingIds } from '../../src/db/models/messageTree.ts'
import { deleteSessionRow, findSession } from '../../src/db/models/session.ts'
import { createTurnStore } from '../../src/db/turnStore.ts'
import { interruptedByRestart } from '../../src/start/interruptedByRestart.ts'
import { addSession, makeMessage, NOW } from '../support/messages.ts'
import { type DatabaseKind, DATABASES, openTestDatabase } from '../support/testDb.ts'

/** Every field of the messages from the root to one of them. */
async function readPath(db: Database, sessionId: string, headId: string): Promise<readonly Message[]> {
  const path = await createMessagePaths(db).load(sessionId, headId)
  const stored = await Promise.all(path.map(({ id }) => findMessage(db, sessionId, id)))
  return stored.flatMap((message) => message ?? [])
}

const LATER = '2026-01-02T03:05:00.000Z'

async function open(kind: DatabaseKind) {
  const db = await openTestDatabase(kind)
  onTestFinished(() => db.destroy())
  return { db, session: await addSession(db), store: createTurnStore(db, () => LATER) }
}

/** What an answer has gained since then. */
function pieceOf(before: AnswerInProgress, now: AnswerInProgress, number = 0): AnswerPiece {
  const content = contentSince(before, now)
  if (content === null) throw new Error('Nothing was added.')
  return { messageId: now.id, number, content }
}

const countPieces = async (db: Database): Promise<number> =>
  (await db.selectFrom('answerPiece').select('number').execute()).length

describe.each(DATABASES)('a turn stored in %s', (kind) => {
  it('starts with the message and an empty answer, which is the head', async () => {
    const { db, session, store } = await open(kind)
    const words = makeMessage(session, null, { role: 'player' })
    const answer = makeMessage(session, words, { status: 'streaming', parts: [], finishedAt: null })
    await store.begin(session.id, [words, answer])
    expect(await findSession(db, session.id)).toEqual({ ...session, headId: answer.id, updatedAt: LATER })
    expect(await readPath(db, session.id, answer.id)).toEqual([words, answer])
  })

  it('starts once, however often it is stored', async () => {
    const { db, session, store } = await open(kind)
    const answer = makeMessage(session, null, { status: 'streaming', parts: [], finishedAt: null })
    await store.begin(session.id, [answer])
    await store.begin(session.id, [answer])
    expect(await readPath(db, session.id, answer.id)).toEqual([answer])
  })

  it('is stored completely or not at all', async () => {
    const { db, session, store } = await open(kind)
    const answer = makeMessage(session, null)
    const orphan = makeMessage(session, makeMessage(session, null))
    await expect(store.begin(session.id, [answer, orphan])).rejects.toThrow()
    expect(await findMessage(db, session.id, answer.id)).toBeUndefined()
    expect((await findSession(db, session.id))?.headId).toBeNull()
  })

  it('keeps every field of an answer, and the keys in its JSON as they are written', async () => {
    const { db, session, store } = await open(kind)
    const begun = makeMessage(session, null, { status: 'streaming', parts: [], finishedAt: null })
    await store.begin(session.id, [begun])
    const progress: AnswerInProgress = {
      ...begun,
      parts: [
        { id: 'p1', type: 'thinking', text: 'Hm “…” \u{1F33F}', durationMs: 12 },
        {
          id: 'p2',
          type: 'tool-call',
          toolName: 'walk_to',
          input: { to_where: 'iron_gate' },
          result: null,
          receiptId: 'r1',
        },
      ],
      receipts: [
        {
          id: 'r1',
          partId: 'p2',
          line: 'You went to the Iron gate',
          receipt: {
            action: 'graph/transition',
            by: 'tool',
            args: { graph_id: 'garden_path' },
            result: 'applied',
            guards: [{ guard: 'iron_gate.requires', source: null, holds: true }],
            changes: [{ entity: 'garden_path', field: 'current_node_id', before: 'wet_lawn', after: 'iron_gate' }],
          },
        },
      ],
      stateAfter: { ...begun.stateAfter, visited: { garden_path: ['iron_gate'] } },
      firstTokenAt: NOW,
    }
    await store.saveProgress([pieceOf(begun, progress)])
    expect(await findMessage(db, session.id, begun.id)).toEqual(progress)

    const ended: AnswerInProgress = {
      ...progress,
      status: 'failed',
      instructions: 'You are the narrator.',
      model: {
        configName: 'A',
        provider: 'builtin',
        requestedModel: 'b',
        answeringModel: 'c',
        host: null,
        parameters: { top_p: 1 },
      },
      usage: { inputTokens: 7, outputTokens: null },
      cost: 0.25,
      finishReason: 'error',
      error: { code: 'rate-limited', detail: 'Too many.', hint: 'Wait.', retryable: true, retryAfterSeconds: 3 },
      finishedAt: LATER,
    }
    await store.finish(ended)
    expect(await findMessage(db, session.id, begun.id)).toEqual(ended)
    expect(await countPieces(db)).toBe(0)
  })

  it('keeps every field of messages that name them in another order', async () => {
    const { db, session } = await open(kind)
    const opening = makeMessage(session, null)
    const { id, status, createdAt, ...rest } = makeMessage(session, opening)
    const other = { createdAt, ...rest, status, id }
    await insertMessages(db, [opening, other])
    expect(await findMessage(db, session.id, id)).toEqual(other)
  })

  it('takes a piece of an answer again, with more, and keeps the others', async () => {
    const { db, session, store } = await open(kind)
    const answer = (text: string) => ({ ...begun, parts: [{ id: 'p1', type: 'text' as const, text }] })
    const begun = makeMessage(session, null, { status: 'streaming', parts: [], finishedAt: null })
    await store.begin(session.id, [begun])
    await store.saveProgress([pieceOf(begun, answer('Wet '))])
    await store.saveProgress([pieceOf(answer('Wet '), answer('Wet gra'), 1)])
    await store.saveProgress([pieceOf(answer('Wet '), answer('Wet grass.'), 1)])
    expect(await countPieces(db)).toBe(2)
    expect(await findMessage(db, session.id, begun.id)).toEqual(answer('Wet grass.'))
    await deleteSessionRow(db, session.id)
    expect(await countPieces(db)).toBe(0)
  })

  it('shares its system text with the answers that had the same', async () => {
    const { db, session, store } = await open(kind)
    const texts = ['Text of one.', 'Text of one.', 'Text of another.']
    const answers: AnswerInProgress[] = []
    for (const instructions of texts) {
      const begun = makeMessage(session, null, { status: 'streaming', instructions })
      await store.begin(session.id, [begun])
      const ended: AnswerInProgress = { ...begun, status: 'done' }
      await store.finish(ended)
      answers.push(ended)
    }
    for (const answer of answers) expect(await findMessage(db, session.id, answer.id)).toEqual(answer)
    expect(await db.selectFrom('systemText').select('hash').execute()).toHaveLength(2)
  })

  it('counts an ending once, however often it is reached', async () => {
    const { db, session, store } = await open(kind)
    const ended = { graph: 'garden_path', node: 'orchard', title: 'Among the lanterns', kind: 'good' as const }
    for (let times = 0; times < 2; times += 1) {
      const begun = makeMessage(session, null, { status: 'streaming' })
      await store.begin(session.id, [begun])
      await store.finish({ ...begun, status: 'done', stateAfter: { ...begun.stateAfter, ended } })
    }
    expect(await findEndingsFound(db, session.gamebookId)).toEqual(new Set(['orchard']))
    expect(await findEndingsFound(db, 'test/other')).toEqual(new Set())
  })

  it('that a killed server left behind is interrupted, and keeps its text', async () => {
    const { db, session, store } = await open(kind)
    const done = makeMessage(session, null)
    const left = makeMessage(session, done, { status: 'streaming', finishedAt: null })
    await store.begin(session.id, [done, left])
    expect(await interruptStreaming(db, interruptedByRestart, LATER)).toBe(1)
    expect(await readPath(db, session.id, left.id)).toEqual([
      done,
      { ...left, status: 'interrupted', error: interruptedByRestart, finishedAt: LATER },
    ])
  })

  it('that a killed server left behind in pieces is put together, up to a piece that is damaged', async () => {
    const { db, session, store } = await open(kind)
    const answer = (text: string) => ({
      ...left,
      parts: [{ id: 'p1', type: 'text' as const, text }],
      firstTokenAt: NOW,
    })
    const left = makeMessage(session, null, { status: 'streaming', parts: [], finishedAt: null })
    await store.begin(session.id, [left])
    const texts = ['One ', 'One two ', 'One two three ', 'One two three four.']
    for (const [number, text] of texts.entries()) {
      await store.saveProgress([pieceOf(number === 0 ? left : answer(texts[number - 1] ?? ''), answer(text), number)])
    }
    await db.updateTable('answerPiece').set({ content: '{"parts":' }).where('number', '=', 2).execute()
    await interruptStreaming(db, interruptedByRestart, LATER)
    expect(await findMessage(db, session.id, left.id)).toEqual({
      ...answer('One two '),
      status: 'interrupted',
      error: interruptedByRestart,
      finishedAt: LATER,
    })
    expect(await countPieces(db)).toBe(0)
  })

  it('that is damaged is interrupted as well when it was left behind', async () => {
    const { db, session, store } = await open(kind)
    const left = makeMessage(session, null, { status: 'streaming', parts: [], finishedAt: null })
    await store.begin(session.id, [left])
    await store.saveProgress([pieceOf(left, { ...left, firstTokenAt: NOW })])
    await db.updateTable('message').set({ parts: 'torn' }).execute()
    expect(await interruptStreaming(db, interruptedByRestart, LATER)).toBe(1)
    expect(await db.selectFrom('message').select('status').execute()).toEqual([{ status: 'interrupted' }])
  })
})

describe.each(DATABASES)('the tree of messages in %s', (kind) => {
  it('has a path from the root to any message, and its siblings', async () => {
    const { db, session } = await open(kind)
    const root = makeMessage(session, null)
    const words = makeMessage(session, root, { role: 'player' })
    const first = makeMessage(session, words)
    const second = makeMessage(session, words)
    const below = makeMessage(session, second, { role: 'player' })
    const last = makeMessage(session, below)
    await insertMessages(db, [root, words, first, second, below, last])
    expect((await readPath(db, session.id, last.id)).map(({ id }) => id)).toEqual([
      root.id,
      words.id,
      second.id,
      below.id,
      last.id,
    ])
    expect(await readPath(db, session.id, '01234567-89ab-7def-8123-456789abcdef')).toEqual([])

    const siblingIds = await loadSiblingIds(db, session.id, [root, first])
    expect(siblingIds(first)).toEqual([first.id, second.id])
    expect(siblingIds(root)).toEqual([root.id])
    expect(await findNewestBelow(db, root.id)).toBe(last.id)
    expect(await findNewestBelow(db, first.id)).toBe(first.id)
  })

  it('is deleted with its session, even a long one', async () => {
    const { db, session } = await open(kind)
    let parent: Message | null = null
    const messages: Message[] = []
    for (let count = 0; count < 1500; count += 1) {
      parent = makeMessage(session, parent)
      messages.push(parent)
    }
    await db.transaction().execute((transaction) => insertMessages(transaction, messages))
    expect(await countMessages(db, session.id)).toBe(1500)
    await deleteSessionRow(db, session.id)
    expect(await db.selectFrom('message').select('id').execute()).toEqual([])
  })
})
