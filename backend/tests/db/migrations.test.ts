import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'

import { openDatabase } from '../../src/db/database.ts'
import { migrate } from '../../src/db/migrate.ts'
import { readApplied } from '../../src/db/migrationRecords.ts'
import { migrations } from '../../src/db/migrations/index.ts'
import { findMessage, insertMessages, interruptStreaming } from '../../src/db/models/messageQueries.ts'
import { toMessageRow } from '../../src/db/models/messageRow.ts'
import { type MigrationStep, type StepDatabase, toStepDatabase } from '../../src/db/migrations/step.ts'
import { runNextStep } from '../../src/db/runStep.ts'
import { makeFolder } from '../support/gamebookFolder.ts'
import { keyCipher } from '../support/keyCipher.ts'
import { interruptedByRestart } from '../../src/start/interruptedByRestart.ts'
import { addSession, makeMessage, NOW, VERSION } from '../support/messages.ts'
import { type DatabaseKind, DATABASES, openEmptyDatabase } from '../support/testDb.ts'

const NAMES = [...migrations.keys()]

/** A database to which this many steps are applied. */
async function openAt(kind: DatabaseKind, count: number) {
  const db = await openEmptyDatabase(kind)
  onTestFinished(() => db.destroy())
  const plain = toStepDatabase(db)
  for (let step = 0; step < count; step += 1) await runNextStep(plain, { keyCipher })
  return { db, plain }
}

/** Tables, columns, rows and records, as text. */
async function describeContents(plain: StepDatabase): Promise<string> {
  const tables = await plain.introspection.getTables({ withInternalKyselyTables: true })
  const rows = await Promise.all(tables.map(({ name }) => sql`select * from ${sql.table(name)}`.execute(plain)))
  return JSON.stringify(tables.map((table, index) => [table, rows[index]?.rows]))
}

/** Runs the step, then fails. */
const failing = (step: MigrationStep): MigrationStep => ({
  async up(db, tools) {
    await step.up(db, tools)
    throw new Error('The disk is on fire.')
  },
})

describe.each(DATABASES)('a migration step in %s', (kind) => {
  it.each(NAMES.map((name, index) => [name, index] as const))(
    '%s is applied completely or not at all',
    async (name, index) => {
      const { plain } = await openAt(kind, index)
      const before = await describeContents(plain)
      const step = migrations.get(name)
      if (step === undefined) throw new Error('There is no such step.')
      const broken = new Map(migrations).set(name, failing(step))
      await expect(runNextStep(plain, { keyCipher }, broken)).rejects.toThrow(`The migration ${name} failed.`)
      expect(await describeContents(plain)).toBe(before)
      expect(await runNextStep(plain, { keyCipher })).toBe(name)
      expect(await describeContents(plain)).not.toBe(before)
    },
  )

  it('keeps the rows that refer to a table that it rebuilds', async () => {
    const { db, plain } = await openAt(kind, NAMES.length)
    const message = makeMessage(await addSession(db), null)
    await insertMessages(db, [message])
    const up = async (all: StepDatabase) => {
      if (kind === 'postgres') return
      await sql`create table rebuilt (id text primary key, gamebook_id text, title text, model_config_id text,
        head_id text, created_at text, updated_at text, deleted_at text)`.execute(all)
      await sql`insert into rebuilt select * from session`.execute(all)
      await sql`drop table session`.execute(all)
      await sql`alter table rebuilt rename to session`.execute(all)
    }
    expect(await runNextStep(plain, { keyCipher }, new Map(migrations).set('9999-rebuild', { up }))).toBe(
      '9999-rebuild',
    )
    expect(await db.selectFrom('message').select('id').execute()).toEqual([{ id: message.id }])
  })

  it('fails if it breaks references', async () => {
    const { db, plain } = await openAt(kind, NAMES.length)
    await insertMessages(db, [makeMessage(await addSession(db), null)])
    const up = async (all: StepDatabase) => {
      await sql`delete from gamebook_version`.execute(all)
    }
    await expect(runNextStep(plain, { keyCipher }, new Map(migrations).set('9999-delete', { up }))).rejects.toThrow()
    expect(await db.selectFrom('gamebookVersion').select('hash').execute()).toHaveLength(1)
  })
})

describe('a PostgreSQL database', () => {
  it('is brought up to date once by servers that start at the same time', async () => {
    const { db, plain } = await openAt('postgres', 0)
    // Each takes a connection of its own.
    await Promise.all([migrate(db, { keyCipher }), migrate(db, { keyCipher }), migrate(db, { keyCipher })])
    expect(await readApplied(plain)).toEqual(NAMES)
    expect(await db.selectFrom('modelConfig').select('name').execute()).toEqual([{ name: 'Built-in narrator' }])
  })
})

describe.each(DATABASES)('the results of connection tests in %s', (kind) => {
  it('move to their own table', async () => {
    const { db, plain } = await openAt(kind, NAMES.indexOf('0003-connection-tests'))
    await sql`update model_config set last_test = '{"ok":true}'`.execute(plain)
    await migrate(db, { keyCipher })
    expect(await db.selectFrom('connectionTest').select('result').execute()).toEqual([{ result: '{"ok":true}' }])
  })
})

describe.each(DATABASES)('an answer in progress of an older version in %s', (kind) => {
  it('is interrupted with the text in its row', async () => {
    const { db } = await openAt(kind, NAMES.indexOf('0005-answer-pieces'))
    const session = await addSession(db)
    const left = makeMessage(session, null, { status: 'streaming', finishedAt: null })
    const { systemTextHash, memory, sentTools, driftFindings, playerCall, knownExits, ...row } = toMessageRow(left)
    await db.insertInto('message').values(row).execute()
    await migrate(db, { keyCipher })
    await interruptStreaming(db, interruptedByRestart, NOW)
    expect(await findMessage(db, session.id, left.id)).toEqual({
      ...left,
      status: 'interrupted',
      error: interruptedByRestart,
      finishedAt: NOW,
    })
  })
})

describe.each(DATABASES)('the system texts of answers in %s', (kind) => {
  it('move to their own table, each once', async () => {
    const { db, plain } = await openAt(kind, NAMES.indexOf('0006-system-texts'))
    const session = await addSession(db)
    const idOf = (number: number): string => String(number).padStart(6, '0')
    const textOf = (number: number): string | null => (number % 3 === 0 ? null : `You narrate. ${number % 3} 🌙`)
    const columns = ['id', 'session_id', 'role', 'status', 'parts', 'receipts', 'state_after', 'gamebook_version']
    const names = sql.join([...columns, 'created_at', 'instructions'].map((name) => sql.ref(name)))
    const rows = Array.from({ length: 1300 }, (_one, number) => {
      const values = [idOf(number), session.id, 'narrator', 'done', '[]', '[]', '{}', VERSION, NOW, textOf(number)]
      return sql`(${sql.join(values)})`
    })
    await sql`insert into message (${names}) values ${sql.join(rows)}`.execute(plain)
    await migrate(db, { keyCipher })
    expect(await db.selectFrom('systemText').select('text').orderBy('text').execute()).toEqual([
      { text: textOf(1) },
      { text: textOf(2) },
    ])
    const moved = await db
      .selectFrom('message')
      .leftJoin('systemText', 'systemText.hash', 'message.systemTextHash')
      .select(['message.id', 'systemText.text'])
      .orderBy('message.id')
      .execute()
    expect(moved).toEqual(rows.map((_row, number) => ({ id: idOf(number), text: textOf(number) })))
  })
})

describe('an SQLite database', () => {
  it('is announced to change if it has data, and only then', async () => {
    const { db } = await openAt('sqlite', 1)
    const { db: empty } = await openAt('sqlite', 0)
    const announced: string[] = []
    const announce = (sentence: string): number => announced.push(sentence)
    await migrate(empty, { keyCipher, announce })
    expect(announced).toEqual([])
    await migrate(db, { keyCipher, announce })
    await migrate(db, { keyCipher, announce })
    expect(announced).toEqual([expect.stringContaining('minute per gigabyte')])
  })

  it('survives power loss and enforces its references', async () => {
    const db = await openDatabase({ kind: 'sqlite', file: join(await makeFolder(), 'data.sqlite') })
    onTestFinished(() => db.destroy())
    await migrate(db, { keyCipher })
    const pragma = async (name: string) =>
      Object.values((await sql`pragma ${sql.raw(name)}`.execute(db)).rows[0] ?? {})[0]
    expect(await pragma('journal_mode')).toBe('wal')
    expect(await pragma('synchronous')).toBe(2)
    expect(await pragma('foreign_keys')).toBe(1)
  })
})
