import { deflateRawSync } from 'node:zlib'
import { sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'

import { migrate } from '../../src/db/migrate.ts'
import { migrations } from '../../src/db/migrations/index.ts'
import { type StepDatabase, toStepDatabase } from '../../src/db/migrations/step.ts'
import { deleteSessionRow } from '../../src/db/models/session.ts'
import { loadRequestTexts } from '../../src/db/models/requestBlocks.ts'
import { listAllRequests, listRequests } from '../../src/db/models/requestQueries.ts'
import { runNextStep } from '../../src/db/runStep.ts'
import { keyCipher } from '../support/keyCipher.ts'
import { addSession, NOW } from '../support/messages.ts'
import { type DatabaseKind, DATABASES, openEmptyDatabase } from '../support/testDb.ts'

const STEP = [...migrations.keys()].indexOf('0016-compact-requests')

async function openBefore(kind: DatabaseKind) {
  const db = await openEmptyDatabase(kind)
  onTestFinished(() => db.destroy())
  const plain = toStepDatabase(db)
  for (let step = 0; step < STEP; step += 1) await runNextStep(plain, { keyCipher })
  return { db, plain }
}

interface EarlierRequest {
  readonly id: string
  readonly sessionId: string | null
  readonly modelConfigId: string | null
  readonly baseId: string | null
  readonly rest: string
  readonly label?: string
}

async function addEarlier(plain: StepDatabase, request: EarlierRequest): Promise<void> {
  const { id, sessionId, modelConfigId, baseId, rest, label = 'Old model' } = request
  await sql`insert into model_request (id, session_id, message_id, purpose, step, model_config_id, label, provider,
      model_name, host, base_id, depth, shared, rest, blocks, bytes, input_tokens, started_at, duration_ms, outcome)
    values (${id}, ${sessionId}, ${null}, 'turn', 1, ${modelConfigId}, ${label}, 'ollama', 'old', 'localhost',
      ${baseId}, ${baseId === null ? 0 : 1}, 1, ${rest}, 2, 10, 77, ${NOW}, 5, 'done')`.execute(plain)
}

async function addPack(plain: StepDatabase, owner: string, first: number, texts: readonly string[], before?: string) {
  const dictionary = before === undefined ? {} : { dictionary: Buffer.from(before) }
  const bytes = deflateRawSync(texts.join('\0'), { level: 9, memLevel: 9, ...dictionary })
  const start = before === undefined ? first : 0
  await sql`insert into prompt_pack (owner, first, blocks, start, bytes)
    values (${owner}, ${first}, ${texts.length}, ${start}, ${bytes})`.execute(plain)
}

const [ONE, TWO, TEST] = ['01a0-1', '01a0-2', '01a0-3'] as const

describe.each(DATABASES)('the requests of an earlier version in %s', (kind) => {
  it('keep their sessions, models and texts', async () => {
    const { db, plain } = await openBefore(kind)
    const session = await addSession(db)
    const owned = { sessionId: session.id, modelConfigId: 'model' }
    await addEarlier(plain, { ...owned, id: ONE, baseId: null, rest: '[0,1]' })
    await addEarlier(plain, { ...owned, id: TWO, baseId: ONE, rest: '[2]', label: 'New model' })
    await addEarlier(plain, { id: TEST, sessionId: null, modelConfigId: null, baseId: null, rest: '[0]' })
    await addPack(plain, session.id, 0, ['{"messages":[', '{"n":1}'])
    await addPack(plain, session.id, 2, ['{"n":2}'], '{"messages":[\0{"n":1}')
    await addPack(plain, TEST, 0, ['{"test":true}'])

    await migrate(db, { keyCipher })

    const stored = await listAllRequests(db, session.id)
    expect(stored).toMatchObject([
      { id: ONE, sessionId: session.id, modelConfigId: 'model', model: { label: 'Old model' }, baseId: null },
      { id: TWO, sessionId: session.id, modelConfigId: 'model', model: { label: 'New model' }, baseId: ONE },
    ])
    expect(stored[0]).toMatchObject({ usage: { inputTokens: 77 }, outcome: 'done', startedAt: NOW, durationMs: 5 })
    const tests = await listRequests(db, { sessionId: null, limit: 10 })
    expect(tests).toMatchObject([{ id: TEST, sessionId: null, modelConfigId: null, model: { label: 'Old model' } }])
    expect(await Promise.all([ONE, TWO, TEST].map((id) => loadRequestTexts(db, id)))).toEqual([
      ['{"messages":[', '{"n":1}'],
      ['{"messages":[', '{"n":2}'],
      ['{"test":true}'],
    ])
  })

  it('are deleted with their session', async () => {
    const { db, plain } = await openBefore(kind)
    const session = await addSession(db)
    const request = { id: ONE, sessionId: session.id, modelConfigId: null, baseId: null, rest: '[0]' }
    await addEarlier(plain, request)
    await addPack(plain, session.id, 0, ['{}'])
    await migrate(db, { keyCipher })
    await deleteSessionRow(db, session.id)
    const left = await Promise.all(
      (['sentRequest', 'blockPack', 'requestOwner'] as const).map((table) =>
        db.selectFrom(table).selectAll().execute(),
      ),
    )
    expect(left).toEqual([[], [], []])
  })
})
