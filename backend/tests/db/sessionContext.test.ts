import { describe, expect, it, onTestFinished } from 'vitest'

import { migrate } from '../../src/db/migrate.ts'
import { findMessage, insertMessages } from '../../src/db/models/messageQueries.ts'
import { loadPath } from '../../src/db/models/loadPath.ts'
import { deleteSessionRow } from '../../src/db/models/session.ts'
import { findSessionContext } from '../../src/db/models/sessionContext.ts'
import {
  findDefaultSettings,
  findSessionSettings,
  saveDefaultSettings,
  saveSessionSettings,
} from '../../src/db/models/sessionSettings.ts'
import { insertSummary } from '../../src/db/models/summaries.ts'
import { EMPTY_CONTEXT } from '../../src/sessions/sessionContext.ts'
import { DEFAULT_SETTINGS } from '../../src/sessions/sessionSettings.ts'
import { keyCipher } from '../support/keyCipher.ts'
import { addSession, makeMessage, NOW } from '../support/messages.ts'
import { type DatabaseKind, DATABASES, openEmptyDatabase } from '../support/testDb.ts'

async function open(kind: DatabaseKind) {
  const db = await openEmptyDatabase(kind)
  onTestFinished(() => db.destroy())
  await migrate(db, { keyCipher })
  return { db, session: await addSession(db) }
}

describe.each(DATABASES)('the context of a session in %s', (kind) => {
  it('is empty at first', async () => {
    const { db, session } = await open(kind)
    expect(await findSessionContext(db, session.id)).toEqual(EMPTY_CONTEXT)
  })

  it('has the settings and the note that were saved last', async () => {
    const { db, session } = await open(kind)
    await saveSessionSettings(db, session.id, { settings: DEFAULT_SETTINGS, note: 'Ada limps.' })
    const settings = { ...DEFAULT_SETTINGS, person: 'first', memory: 'journal' } as const
    await saveSessionSettings(db, session.id, { settings, note: 'Ada limps on her left foot.' })
    expect(await findSessionSettings(db, session.id)).toEqual({ settings, note: 'Ada limps on her left foot.' })
  })

  it('has the defaults in place of settings that are damaged', async () => {
    const { db, session } = await open(kind)
    await db
      .insertInto('sessionSettings')
      .values({ sessionId: session.id, settings: '{"person": "fifth", "tense": "past", "memory": 7', note: 'Kept.' })
      .execute()
    expect(await findSessionSettings(db, session.id)).toEqual({ settings: DEFAULT_SETTINGS, note: 'Kept.' })
    await db.updateTable('sessionSettings').set({ settings: '{"person": "fifth", "tense": "past"}' }).execute()
    expect((await findSessionSettings(db, session.id)).settings).toEqual({ ...DEFAULT_SETTINGS, tense: 'past' })
  })

  it('has the summaries, oldest first, and loses them with the session', async () => {
    const { db, session } = await open(kind)
    const message = makeMessage(session, null)
    await insertMessages(db, [message])
    const summary = {
      sessionId: session.id,
      coversTo: message.id,
      text: 'You came in by the gate.',
      source: 'model',
      modelConfigId: null,
      usage: { inputTokens: 900, outputTokens: 40 },
      cost: null,
    } as const
    const later = { ...summary, id: 'a', createdAt: '2026-01-03T00:00:00.000Z' }
    const earlier = { ...summary, id: 'b', createdAt: NOW }
    await insertSummary(db, later)
    await insertSummary(db, earlier)
    expect((await findSessionContext(db, session.id)).summaries).toEqual([earlier, later])
    await deleteSessionRow(db, session.id)
    expect(await db.selectFrom('summary').selectAll().execute()).toEqual([])
  })

  it('starts with the default settings of the app', async () => {
    const { db } = await open(kind)
    expect(await findDefaultSettings(db)).toEqual(DEFAULT_SETTINGS)
    await saveDefaultSettings(db, { ...DEFAULT_SETTINGS, length: 90 })
    await saveDefaultSettings(db, { ...DEFAULT_SETTINGS, length: 120 })
    expect((await findDefaultSettings(db)).length).toBe(120)
  })
})

describe.each(DATABASES)('what a message stores of its requests, in %s', (kind) => {
  it('is read back, also with the path', async () => {
    const { db, session } = await open(kind)
    const player = makeMessage(session, null, {
      role: 'player',
      memory: { keepFrom: null, summaryId: null, factor: 0.25, blockBytes: 0 },
    })
    const finding = { kind: 'moved-unconfirmed', certainty: 'sure', partId: 'part-1', start: 0, end: 3 } as const
    const driftFindings = [{ ...finding, fact: 'You are at the Lawn.' }]
    const answer = makeMessage(session, player, { sentTools: ['go_to', 'take'], driftFindings })
    await insertMessages(db, [player, answer])
    expect(await findMessage(db, session.id, answer.id)).toEqual(answer)
    const path = await loadPath(db, session.id, answer.id, { isKnown: () => false, length: 1000 })
    expect(path.map(({ memory }) => memory)).toEqual([player.memory, null])
    expect(path.map(({ sentTools }) => sentTools)).toEqual([null, answer.sentTools])
    expect(path.map((message) => message.driftFindings)).toEqual([null, driftFindings])
  })

  it('counts as absent if it is damaged', async () => {
    const { db, session } = await open(kind)
    const answer = makeMessage(session, null)
    await insertMessages(db, [answer])
    await db
      .updateTable('message')
      .set({ memory: '{"factor": -1}', sentTools: '["a", 3]', driftFindings: '[{"kind": "of-later"}]' })
      .execute()
    expect(await findMessage(db, session.id, answer.id)).toEqual(answer)
  })
})
