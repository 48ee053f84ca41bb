import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'

import { UnconfirmedWriteError, WriterEndedError } from '../../src/db/writeErrors.ts'
import { readConfig } from '../../src/start/config.ts'
import { toStartupError } from '../../src/start/toStartupError.ts'
import { migrations } from '../../src/db/migrations/index.ts'
import { makeFolder } from '../support/gamebookFolder.ts'
import { lockDatabase } from '../support/lockDatabase.ts'
import { startServerProcess } from '../support/serverProcess.ts'

const DATABASE = 'llm-gamebook.sqlite'

async function failToStart(settings: NodeJS.ProcessEnv): Promise<string> {
  const { code, out, errors } = await startServerProcess({ LLM_GAMEBOOK_PORT: '0', ...settings }).ended
  expect([code, out]).toEqual([1, ''])
  const lines = errors.trim().split('\n')
  expect(lines).toHaveLength(1)
  return lines.join()
}

function writeSqlite(folder: string, statements: string): void {
  const db = new Sqlite(join(folder, DATABASE))
  db.pragma('journal_mode = WAL')
  db.exec(statements)
  db.close()
}

describe('a server that cannot start says why in one sentence', () => {
  it('when another one uses its data folder, and starts after that one was killed', async () => {
    const folder = await makeFolder()
    const settings = { LLM_GAMEBOOK_DATA_DIR: folder, LLM_GAMEBOOK_PORT: '0' }
    const first = startServerProcess(settings)
    const address = await first.ready
    const told = await failToStart(settings)
    expect(told).toContain(folder)
    expect(told).toContain('LLM_GAMEBOOK_DATA_DIR')
    expect((await fetch(`${address}/api/health`)).status).toBe(200)

    first.child.kill('SIGKILL')
    await first.ended
    const second = startServerProcess(settings)
    await second.ready
    second.child.kill('SIGTERM')
    await second.ended
    await startServerProcess(settings).ready
  })

  it('when its data folder is a file, or below one', async () => {
    const file = join(await makeFolder(), 'file')
    await writeFile(file, '')
    expect(await failToStart({ LLM_GAMEBOOK_DATA_DIR: file })).toContain(file)
    expect(await failToStart({ LLM_GAMEBOOK_DATA_DIR: join(file, 'below') })).toContain('LLM_GAMEBOOK_DATA_DIR')
  })

  it('when its database is not a database', async () => {
    const folder = await makeFolder()
    await writeFile(join(folder, DATABASE), 'These are words and no database. '.repeat(100))
    expect(await failToStart({ LLM_GAMEBOOK_DATA_DIR: folder })).toContain(`${DATABASE} is not a database`)
  })

  it('when another program has locked its new database', async () => {
    const folder = await makeFolder()
    await lockDatabase(join(folder, DATABASE), 'begin exclusive')
    expect(await failToStart({ LLM_GAMEBOOK_DATA_DIR: folder })).toContain(`${DATABASE} is locked by another program`)
  })

  it('when its database was changed by a newer version, and leaves it unchanged', async () => {
    const folder = await makeFolder()
    const newer = 'create table kysely_migration (name, timestamp); create table wish (text)'
    const records = [...migrations.keys(), '9999-wishes']
    const inserts = records.map((name) => `insert into kysely_migration values ('${name}', '')`)
    writeSqlite(folder, [newer, ...inserts].join(';'))
    const before = await readFile(join(folder, DATABASE))
    expect(await failToStart({ LLM_GAMEBOOK_DATA_DIR: folder })).toContain('changed by a newer version of LLM Gamebook')
    expect((await readFile(join(folder, DATABASE))).equals(before)).toBe(true)
  })

  it.each([
    ['tables', "create table message (text); insert into message values ('Hello.')"],
    ['migrations', "create table kysely_migration (name, timestamp); insert into kysely_migration values ('2020', '')"],
  ])('when its database has %s of another program, and leaves it unchanged', async (_name, statements) => {
    const folder = await makeFolder()
    writeSqlite(folder, statements)
    const before = await readFile(join(folder, DATABASE))
    expect(await failToStart({ LLM_GAMEBOOK_DATA_DIR: folder })).toContain('contains tables of another program')
    expect((await readFile(join(folder, DATABASE))).equals(before)).toBe(true)
  })

  it('when its secret is a folder', async () => {
    const folder = await makeFolder()
    await mkdir(join(folder, 'secret'))
    expect(await failToStart({ LLM_GAMEBOOK_DATA_DIR: folder })).toContain('secret')
  })

  it('when its address does not belong to this machine', async () => {
    const settings = { LLM_GAMEBOOK_DATA_DIR: await makeFolder(), LLM_GAMEBOOK_PASSWORD: 'open sesame' }
    expect(await failToStart({ ...settings, LLM_GAMEBOOK_HOST: '192.0.2.1' })).toContain('LLM_GAMEBOOK_HOST')
    expect(await failToStart({ ...settings, LLM_GAMEBOOK_HOST: 'no.such.invalid' })).toContain('LLM_GAMEBOOK_HOST')
  })

  it('when PostgreSQL does not answer', async () => {
    const settings = { LLM_GAMEBOOK_DATA_DIR: await makeFolder(), DATABASE_URL: 'postgres://me:word@127.0.0.1:9/story' }
    const told = await failToStart(settings)
    expect(told).toContain('PostgreSQL at 127.0.0.1:9')
    expect(told).not.toContain('word@')
  })
})

describe('the files of the database', () => {
  it.skipIf(process.platform === 'win32')('can be read by their user only', async () => {
    const folder = await makeFolder()
    await writeFile(join(folder, DATABASE), '', { mode: 0o644 })
    await startServerProcess({ LLM_GAMEBOOK_DATA_DIR: folder, LLM_GAMEBOOK_PORT: '0' }).ready
    const modes = [DATABASE, `${DATABASE}-wal`].map(async (name) => (await stat(join(folder, name))).mode & 0o777)
    expect(await Promise.all(modes)).toEqual([0o600, 0o600])
  })
})

it.each([
  ['does not answer', new UnconfirmedWriteError('The disk has not stored a change.')],
  ['ends its writer again and again', new WriterEndedError('It has ended five times.')],
  ['reports an error', Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR' })],
])('a start on a disk that %s names the disk', (_, error) => {
  const reason = toStartupError(error, readConfig({ LLM_GAMEBOOK_DATA_DIR: '/books' }))
  expect(reason).toContain('The disk of the data folder /books')
})
