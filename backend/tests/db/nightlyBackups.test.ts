import { existsSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it, onTestFinished, vi } from 'vitest'

import { backupFolder, lastNight } from '../../src/db/backups/backupFiles.ts'
import { type NightlyBackupOptions, startNightlyBackups } from '../../src/db/backups/nightlyBackups.ts'
import { createDatabaseHealth } from '../../src/db/databaseHealth.ts'
import { createLogger } from '../../src/logger.ts'
import { damagePages } from '../support/damagePages.ts'
import { addFiles, makeFolder } from '../support/gamebookFolder.ts'

/** A clock that stands still until it is moved to another time, which ends one pause: this one or the next. */
function steppedClock(start: string) {
  let now = start
  let next = Promise.withResolvers<void>()
  return {
    now: () => now,
    async wait() {
      await next.promise
      next = Promise.withResolvers()
    },
    moveTo(time: string) {
      now = time
      next.resolve()
    },
  }
}

async function makeDatabase(): Promise<string> {
  const file = join(await makeFolder(), 'llm-gamebook.sqlite')
  const db = new Sqlite(file)
  onTestFinished(() => void db.close())
  db.pragma('journal_mode = WAL')
  db.exec(`create table words (text text); create index by_text on words (text);
    with recursive n (i) as (select 1 union all select i + 1 from n where i < 5000)
    insert into words select 'word ' || i from n`)
  db.pragma('wal_checkpoint(truncate)')
  return file
}

async function start(file: string, now: string) {
  const clock = steppedClock(now)
  let log = ''
  const damage: string[] = []
  const health = createDatabaseHealth((found) => void damage.push(found))
  const logger = createLogger('warn', { write: (line) => void (log += line) })
  const options: NightlyBackupOptions = { file, clock, health, logger }
  const backups = startNightlyBackups(options)
  onTestFinished(() => backups.stop())
  return { clock, damage, health, readLog: () => log, backups }
}

const list = async (file: string) => (await readdir(backupFolder(file)).catch(() => [])).sort()
const noon = (day: number) => new Date(2026, 10, day, 12).toISOString()

async function waitFor(file: string, names: readonly string[]): Promise<void> {
  await vi.waitFor(async () => expect(await list(file)).toEqual(names), { timeout: 20_000, interval: 20 })
}

describe('a backup of the database', () => {
  it('is made at the start, once in each night, and seven are kept', async () => {
    const file = await makeDatabase()
    const { clock } = await start(file, noon(1))
    await waitFor(file, ['llm-gamebook-2026-11-01.sqlite'])
    for (let day = 2; day <= 9; day += 1) {
      clock.moveTo(noon(day))
      await vi.waitFor(async () => expect(await list(file)).toContain(`llm-gamebook-2026-11-0${day}.sqlite`), 20_000)
    }
    await waitFor(
      file,
      [3, 4, 5, 6, 7, 8, 9].map((day) => `llm-gamebook-2026-11-0${day}.sqlite`),
    )
  })

  it('contains every row, and can be read by its user only', async () => {
    const file = await makeDatabase()
    await start(file, noon(1))
    await waitFor(file, ['llm-gamebook-2026-11-01.sqlite'])
    const backup = join(backupFolder(file), 'llm-gamebook-2026-11-01.sqlite')
    const db = new Sqlite(backup, { readonly: true })
    onTestFinished(() => void db.close())
    expect(db.prepare('select count(*) from words').pluck().get()).toBe(5000)
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    const modes = await Promise.all([backup, backupFolder(file)].map(async (path) => (await stat(path)).mode & 0o777))
    if (process.platform !== 'win32') expect(modes).toEqual([0o600, 0o700])
  })

  it('belongs to the night that began at three', () => {
    expect(lastNight(new Date(2026, 10, 29, 2, 59).toISOString())).toBe('2026-11-28')
    expect(lastNight(new Date(2026, 10, 29, 3, 0).toISOString())).toBe('2026-11-29')
  })

  it('is not made of a damaged database, whose earlier backups stay', async () => {
    const file = await makeDatabase()
    const earlier = Object.fromEntries(
      Array.from({ length: 7 }, (_, day) => [`backups/llm-gamebook-2026-10-0${day + 1}.sqlite`, 'kept']),
    )
    await addFiles(join(file, '..'), earlier)
    await damagePages(file)
    const { damage, health } = await start(file, noon(1))
    await vi.waitFor(() => expect(health.isDamaged()).toBe(true), 20_000)
    expect(damage).toHaveLength(1)
    expect(await list(file)).toEqual(Object.keys(earlier).map((path) => path.slice('backups/'.length)))
  })

  it('leaves no draft behind and is logged if it fails', async () => {
    const file = await makeDatabase()
    // A folder is where the draft has to be.
    await addFiles(join(file, '..'), { 'backups/llm-gamebook-2026-11-01.sqlite.tmp/full': '' })
    const { readLog, clock } = await start(file, noon(1))
    await vi.waitFor(() => expect(readLog()).toContain('The nightly backup of the database failed'), 20_000)
    clock.moveTo(noon(2))
    await vi.waitFor(async () => expect(await list(file)).toContain('llm-gamebook-2026-11-02.sqlite'), 20_000)
    expect(existsSync(join(backupFolder(file), 'llm-gamebook-2026-11-01.sqlite'))).toBe(false)
  })
})

it('no backup is made by a server that ends while it starts', async () => {
  const file = await makeDatabase()
  const { backups, readLog } = await start(file, noon(20))
  await backups.stop()
  expect([await list(file), readLog()]).toEqual([[], ''])
})
