import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'

import { restore } from '../../src/cli/restore/restore.ts'
import { copySqlite } from '../../src/db/backups/copySqlite.ts'
import { openDatabase } from '../../src/db/database.ts'
import { migrate } from '../../src/db/migrate.ts'
import { readConfig } from '../../src/start/config.ts'
import { startServer } from '../../src/start/startServer.ts'
import { damagePages } from '../support/damagePages.ts'
import { addFiles, makeFolder } from '../support/gamebookFolder.ts'
import { keyCipher } from '../support/keyCipher.ts'
import { addSession } from '../support/messages.ts'

const BACKUP = 'llm-gamebook-2026-11-01.sqlite'

/** A data folder with a database of one session, a backup of it, and a session that was added since. */
async function makeData() {
  const folder = await makeFolder({ [`backups/README`]: '' })
  const file = join(folder, 'llm-gamebook.sqlite')
  const db = await openDatabase({ kind: 'sqlite', file })
  await migrate(db, { keyCipher })
  const { id } = await addSession(db)
  copySqlite(file, join(folder, 'backups', BACKUP))
  const { id: newId } = await addSession(db)
  await db.destroy()
  return { folder, file, id, newId }
}

async function run(folder: string, ...args: readonly string[]) {
  let written = ''
  const environment = { LLM_GAMEBOOK_DATA_DIR: folder }
  const status = await restore(args, { write: (text) => void (written += text), folder, environment })
  return { status, written }
}

function readSessions(file: string): unknown {
  const db = new Sqlite(file, { readonly: true })
  onTestFinished(() => void db.close())
  return db.prepare('select id from session order by id').pluck().all()
}

describe('npm run restore', () => {
  it('lists the backups, newest first', async () => {
    const { folder, file } = await makeData()
    copySqlite(file, join(folder, 'backups', 'llm-gamebook-2026-11-02.sqlite'))
    const { status, written } = await run(folder)
    expect(status).toBe(0)
    expect(written).toMatch(/2026-11-02\.sqlite {2}\d\.\d MB\n {2}llm-gamebook-2026-11-01\.sqlite/)
  })

  it('says that there are none', async () => {
    expect(await run(await makeFolder())).toEqual({
      status: 0,
      written: expect.stringContaining('There are no backups'),
    })
  })

  it('replaces the database, also a damaged one with a log, and keeps it aside', async () => {
    const { folder, file, id, newId } = await makeData()
    const open = new Sqlite(file)
    open.exec(`update session set title = 'Only in the log'`)
    await addFiles(folder, {})
    const { status, written } = await run(folder, BACKUP)
    open.close()
    expect([status, written]).toEqual([0, expect.stringContaining(`Restored ${join(folder, 'backups', BACKUP)}.`)])
    expect(readSessions(file)).toEqual([id])
    const [replaced] = (await readdir(folder)).filter((name) => /replaced-[\d.TZ-]+$/.test(name))
    expect(readSessions(join(folder, replaced ?? ''))).toEqual([id, newId])

    const server = await startServer(
      readConfig({ LLM_GAMEBOOK_DATA_DIR: folder, LLM_GAMEBOOK_PORT: '0', LOG_LEVEL: 'silent' }),
    )
    onTestFinished(() => server.close())
    expect(await (await fetch(`${server.address}/api/sessions/${id}`)).json()).toMatchObject({ id })
    expect((await fetch(`${server.address}/api/sessions/${newId}`)).status).toBe(404)
  })

  it('changes nothing while the server is running', async () => {
    const { folder, file, id, newId } = await makeData()
    const server = await startServer(
      readConfig({ LLM_GAMEBOOK_DATA_DIR: folder, LLM_GAMEBOOK_PORT: '0', LOG_LEVEL: 'silent' }),
    )
    onTestFinished(() => server.close())
    expect(await run(folder, BACKUP)).toEqual({ status: 2, written: expect.stringContaining('Stop it, then restore') })
    expect(readSessions(file)).toEqual([id, newId])
  })

  it('refuses what it cannot use, and changes nothing', async () => {
    const { folder, file, id, newId } = await makeData()
    const newer = join(folder, 'newer.sqlite')
    copySqlite(file, newer)
    const db = new Sqlite(newer)
    db.exec(`insert into kysely_migration values ('9999-wishes', '')`)
    db.close()
    copySqlite(file, join(folder, 'damaged.sqlite'))
    await damagePages(join(folder, 'damaged.sqlite'))
    new Sqlite(join(folder, 'other.sqlite')).exec('create table wish (text)').close()
    const refusals = {
      'missing.sqlite': 'There is no backup called "missing.sqlite"',
      'newer.sqlite': 'was made by a newer version',
      'damaged.sqlite': 'is damaged',
      'other.sqlite': 'is not a database of LLM Gamebook',
      'backups/README': 'is not a database of LLM Gamebook',
    }
    for (const [name, reason] of Object.entries(refusals)) {
      expect(await run(folder, name)).toEqual({ status: 2, written: expect.stringContaining(reason) })
    }
    expect(readSessions(file)).toEqual([id, newId])
  })

  it('says that PostgreSQL is not restored by it', async () => {
    let written = ''
    const environment = { DATABASE_URL: 'postgres://me:word@127.0.0.1/story' }
    await restore([BACKUP], { write: (text) => void (written += text), folder: '.', environment })
    expect(written).toContain('pg_restore')
  })
})
