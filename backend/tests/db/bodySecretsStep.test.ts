import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'

import { openDatabase, type Database } from '../../src/db/database.ts'
import { migrate } from '../../src/db/migrate.ts'
import type { ModelConfigRow } from '../../src/db/tables.ts'
import { toMessageRow } from '../../src/db/models/messageRow.ts'
import { findModelConfig } from '../../src/db/models/modelConfigQueries.ts'
import { migrations } from '../../src/db/migrations/index.ts'
import { toStepDatabase } from '../../src/db/migrations/step.ts'
import { runNextStep } from '../../src/db/runStep.ts'
import { openSecrets } from '../../src/models/keys/parameterSecrets.ts'
import { makeFolder } from '../support/gamebookFolder.ts'
import { keyCipher } from '../support/keyCipher.ts'
import { addSession, makeMessage } from '../support/messages.ts'
import { DATABASES, openEmptyDatabase } from '../support/testDb.ts'

const ID = '00000000-0000-7000-8000-00000000000a'
const BROKEN_ID = '00000000-0000-7000-8000-00000000000b'
const BODY = {
  top_a: 0.2,
  max_tokens: 300,
  apiKey: 'canary-1',
  servers: [{ url: 'https://one.example', headers: { Authorization: 'Bearer canary-2' } }],
  credentials: { type: 'service_account', private_key: 'canary-3' },
  tool: { headers: [{ name: 'X-Api-Key', value: 'canary-4' }] },
  pin: { token: 4455 },
  note: 'sealed:canary-5',
}
const MASK = '********'
const MASKED = {
  top_a: 0.2,
  max_tokens: 300,
  apiKey: MASK,
  servers: [{ url: 'https://one.example', headers: { Authorization: MASK } }],
  credentials: MASK,
  tool: { headers: [{ name: 'X-Api-Key', value: MASK }] },
  pin: { token: MASK },
  note: MASK,
}
const HEADERS = { 'X-Gate-Token': 'canary-6', 'X-Team': 'garden' }
const SAVED_AT = '2026-01-01T00:00:00.000Z'

/** Rows as the version before wrote them. */
async function fill(db: Database): Promise<void> {
  const plain = toStepDatabase(db)
  for (let step = 0; step < [...migrations.keys()].indexOf('0004-body-secrets'); step += 1)
    await runNextStep(plain, { keyCipher })
  const row = { name: 'Gate', provider: 'openai-compatible', modelName: 'quill', baseUrl: 'http://127.0.0.1:1/v1' }
  const rest = {
    sealedKey: null,
    exactAddress: 0,
    inOnePiece: 0,
    position: null,
    createdAt: SAVED_AT,
    updatedAt: SAVED_AT,
  }
  const parameters = JSON.stringify({ temperature: 0.4, extraHeaders: HEADERS, extraBody: BODY })
  await db
    .$omitTables<'modelConfig'>()
    .$extendTables<{ modelConfig: Omit<ModelConfigRow, 'toolStyle' | 'timeouts'> }>()
    .insertInto('modelConfig')
    .values([
      { id: ID, ...row, ...rest, parameters },
      { id: BROKEN_ID, ...row, ...rest, parameters: '{"extraBody":' },
    ])
    .execute()
  const sessionId = await addSession(db)
  const model = {
    configName: 'Gate',
    provider: 'openai-compatible',
    requestedModel: 'quill',
    answeringModel: null,
    host: '127.0.0.1:1',
    parameters: { temperature: 0.4, extraBody: BODY },
  }
  // More than one batch.
  const rows = Array.from({ length: 401 }, () => toMessageRow({ ...makeMessage(sessionId, null), model }))
  await db
    .insertInto('message')
    .values(rows.map(({ systemTextHash, memory, sentTools, driftFindings, playerCall, knownExits, ...row }) => row))
    .execute()
}

describe.each(DATABASES)('stored secrets of request fields in %s', (kind) => {
  it('are encrypted in model configs, and masked in the record of each answer', async () => {
    const db = await openEmptyDatabase(kind)
    onTestFinished(() => db.destroy())
    await fill(db)
    await migrate(db, { keyCipher })

    const config = await findModelConfig(db, ID)
    if (config === undefined) throw new Error('The model config is missing.')
    expect(openSecrets(config.parameters, { keyCipher, owner: ID })).toMatchObject({
      parameters: { temperature: 0.4, extraHeaders: HEADERS, extraBody: BODY },
      unreadable: [],
    })
    expect(config.updatedAt).toBe(SAVED_AT)
    const rows = await db.selectFrom('modelConfig').select(['id', 'parameters']).execute()
    expect(JSON.stringify(rows)).not.toMatch(/canary|4455/)
    expect(rows.find(({ id }) => id === BROKEN_ID)?.parameters).toBe('{"extraBody":')

    const messages = await db.selectFrom('message').select('model').execute()
    const records = messages.map(({ model }): unknown => JSON.parse(model ?? ''))
    expect(records).toHaveLength(401)
    for (const record of records) expect(record).toMatchObject({ parameters: { temperature: 0.4, extraBody: MASKED } })
  })
})

it('leave nothing of themselves in the free space of an SQLite file', async () => {
  const folder = await makeFolder()
  const db = await openDatabase({ kind: 'sqlite', file: join(folder, 'data.sqlite') })
  await fill(db)
  await sql`pragma wal_checkpoint(truncate)`.execute(db)
  const contents = async () => {
    const files = (await readdir(folder)).filter((name) => name.startsWith('data.sqlite'))
    return (await Promise.all(files.map((name) => readFile(join(folder, name), 'latin1')))).join('')
  }
  expect(await contents()).toContain('canary')
  await migrate(db, { keyCipher })
  await db.destroy()
  expect(await contents()).not.toMatch(/canary/)
})

it('are erased by the next start if one was killed after the last step', async () => {
  const file = join(await makeFolder(), 'data.sqlite')
  const db = await openDatabase({ kind: 'sqlite', file })
  // Earlier versions overwrote nothing.
  await sql`pragma secure_delete = off`.execute(db)
  await fill(db)
  await runNextStep(toStepDatabase(db), { keyCipher })
  await sql`pragma wal_checkpoint(truncate)`.execute(db)
  expect(await readFile(file, 'latin1')).toContain('canary')
  await migrate(db, { keyCipher })
  await db.destroy()
  expect(await readFile(file, 'latin1')).not.toContain('canary')
})
