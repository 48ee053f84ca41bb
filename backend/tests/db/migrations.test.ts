import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { Migrator, NO_MIGRATIONS } from 'kysely/migration'
import { describe, expect, it, onTestFinished } from 'vitest'

import { openDatabase } from '../../src/db/database.ts'
import { migrate } from '../../src/db/migrate.ts'
import { migrations } from '../../src/db/migrations/index.ts'
import { addFiles, makeFolder } from '../support/gamebookFolder.ts'
import { addSession } from '../support/messages.ts'
import { DATABASES, openEmptyDatabase } from '../support/testDb.ts'

describe.each(DATABASES)('the migrations in %s', (kind) => {
  it('go all the way up, down and up again', async () => {
    const db = await openEmptyDatabase(kind)
    onTestFinished(() => db.destroy())
    const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
    await migrate(db)
    const tables = (await db.introspection.getTables()).map(({ name }) => name)
    await addSession(db)
    expect((await migrator.migrateTo(NO_MIGRATIONS)).error).toBeUndefined()
    expect(await db.introspection.getTables()).toEqual([])
    await migrate(db)
    expect((await db.introspection.getTables()).map(({ name }) => name)).toEqual(tables)
  })
})

describe.each(DATABASES)('the results of connection tests in %s', (kind) => {
  it('move to their own table and back', async () => {
    const db = await openEmptyDatabase(kind)
    onTestFinished(() => db.destroy())
    const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
    await migrator.migrateTo('0002-model-parameters')
    await sql`update model_config set last_test = '{"ok":true}'`.execute(db)
    await migrator.migrateTo('0003-connection-tests')
    expect(await db.selectFrom('connectionTest').select('result').execute()).toEqual([{ result: '{"ok":true}' }])
    await migrator.migrateTo('0002-model-parameters')
    const { rows } = await sql`select last_test from model_config`.execute(db)
    expect(rows).toEqual([{ lastTest: '{"ok":true}' }])
  })
})

describe('an SQLite database', () => {
  it('is backed up before a migration changes its data, and only then', async () => {
    const folder = await makeFolder()
    const db = await openDatabase({ kind: 'sqlite', file: join(folder, 'data.sqlite') })
    onTestFinished(() => db.destroy())
    const copyTo = (migration: string) => join(folder, `before-${migration}`)
    await migrate(db, { copyTo })
    const { id } = await addSession(db)
    await migrate(db, { copyTo })
    expect((await readdir(folder)).filter((name) => name.startsWith('before'))).toEqual([])

    const last = Object.keys(migrations).at(-1) ?? ''
    await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateDown()
    if (last === '0001-init') return
    // An earlier try left a copy behind, and another ended while it copied.
    await addFiles(folder, { [`before-${last}`]: 'old', [`before-${last}.tmp`]: 'half' })
    await migrate(db, { copyTo })
    expect((await readdir(folder)).filter((name) => name.startsWith('before'))).toEqual([`before-${last}`])
    const copy = await openDatabase({ kind: 'sqlite', file: copyTo(last) })
    onTestFinished(() => copy.destroy())
    expect(await copy.selectFrom('session').select('id').execute()).toEqual([{ id }])
  })

  it('survives power loss and enforces its references', async () => {
    const db = await openDatabase({ kind: 'sqlite', file: join(await makeFolder(), 'data.sqlite') })
    onTestFinished(() => db.destroy())
    const pragma = async (name: string) =>
      Object.values((await sql`pragma ${sql.raw(name)}`.execute(db)).rows[0] ?? {})[0]
    expect(await pragma('journal_mode')).toBe('wal')
    expect(await pragma('synchronous')).toBe(2)
    expect(await pragma('foreign_keys')).toBe(1)
  })
})
