import { copyFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'

import { openDatabase } from '../../src/db/database.ts'
import { copyBeforeStep } from '../../src/db/backups/upgradeCopies.ts'
import { migrate } from '../../src/db/migrate.ts'
import { makeFolder } from '../support/gamebookFolder.ts'
import { UPGRADES, type Upgrade, writeHalfMigrated } from '../support/halfMigrated.ts'
import { keyCipher } from '../support/keyCipher.ts'

/** Upgrades the database that a start left behind. Returns its tables with their rows, and what was reported. */
async function upgrade(file: string) {
  const reported: string[] = []
  const db = await openDatabase({ kind: 'sqlite', file, writesHere: true })
  onTestFinished(() => db.destroy())
  const backUp = async (step: string) => copyBeforeStep(file, step)
  await migrate(db, { keyCipher, backUp, report: (sentence) => void reported.push(sentence) })
  return { reported, contents: readContents(file) }
}

/** Everything but the times of the migrations and the lock of an older version. */
function readContents(file: string): Readonly<Record<string, unknown>> {
  const db = new Sqlite(file, { readonly: true })
  onTestFinished(() => void db.close())
  const tables = db.prepare<[], { name: string }>(`select name from sqlite_master where name not like 'sqlite_%'`).all()
  const rowsOf = (name: string) => {
    if (name === 'kysely_migration') return db.prepare('select name from kysely_migration order by name').all()
    return db.prepare(`select * from "${name}" order by 1`).all()
  }
  const isTable = db.prepare(`select 1 from sqlite_master where type = 'table' and name = ?`)
  const contents = tables.map(({ name }) => [name, isTable.get(name) === undefined ? 'index' : rowsOf(name)] as const)
  const withoutLock = contents.filter(([name]) => name !== 'kysely_migration_lock').sort()
  return JSON.parse(
    JSON.stringify(Object.fromEntries(withoutLock), (key, value: unknown) => (key.endsWith('_at') ? 'a time' : value)),
  )
}

const cases = UPGRADES.flatMap((one) => one.statements.map((_statement, count) => [one.name, count, one] as const))

async function writeDatabase(upgrade: Upgrade, count: number): Promise<string> {
  const file = join(await makeFolder(), 'data.sqlite')
  writeHalfMigrated(file, upgrade, count)
  return file
}

describe('a database of version 0.1.0', () => {
  it.each(cases)('is complete after the next start if %s was killed after %i statements', async (_name, count, one) => {
    const undisturbed = await upgrade(await writeDatabase(one, 0))
    const { contents, reported } = await upgrade(await writeDatabase(one, count))
    expect(contents).toEqual(undisturbed.contents)
    expect(contents).toMatchObject({ connection_test: expect.any(Array), session: expect.any(Array) })
    const begun = one.statements
      .slice(0, count)
      .findLastIndex((text) => text.startsWith('insert into "kysely_migration" '))
    const isHalfDone = one.statements.slice(begun + 1, count).some((text) => !text.includes('kysely_migration'))
    expect(reported).toEqual(isHalfDone ? [expect.stringContaining('nothing is lost')] : [])
  })
})

describe('the copy before an upgrade', () => {
  const [, , fromTests] = UPGRADES
  if (fromTests === undefined) throw new Error('The upgrade is missing.')
  const step = '0003-connection-tests'

  it('is a good database, also if the upgrade was interrupted before', async () => {
    const file = await writeDatabase(fromTests, 1)
    await upgrade(file)
    expect(readContents(`${file}.before-${step}`)).toEqual(readContents(await writeDatabase(fromTests, 0)))
  })

  it('is used again by the next try, and never written over', async () => {
    const file = await writeDatabase(fromTests, 2)
    const good = await writeDatabase(fromTests, 0)
    await copyFile(good, `${file}.before-${step}`)
    const bytes = await readFile(good)
    await upgrade(file)
    expect(await readFile(`${file}.before-${step}`)).toEqual(bytes)
  })

  it('gets another name if a file has its name, as a copy of something else or broken', async () => {
    const file = await writeDatabase(fromTests, 0)
    const before = readContents(file)
    const [first] = UPGRADES
    if (first === undefined) throw new Error('The upgrade is missing.')
    const other = await writeDatabase(first, 20)
    await copyFile(other, `${file}.before-${step}`)
    await copyFile(join(import.meta.dirname, 'halfMigrated.test.ts'), `${file}.before-${step}.2`)
    await upgrade(file)
    expect(await readFile(`${file}.before-${step}`)).toEqual(await readFile(other))
    expect(readContents(`${file}.before-${step}.3`)).toEqual(before)
  })
})
