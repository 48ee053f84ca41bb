import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'

import { type Database, openDatabase } from '../../src/db/database.ts'
import { migrate } from '../../src/db/migrate.ts'
import { keyCipher } from './keyCipher.ts'
import { makeFolder } from './gamebookFolder.ts'
import { DEFAULT_DATABASE, openTestDatabase } from './testDb.ts'

export interface ReadableDatabase {
  readonly db: Database
  /** Everything that is stored: the files of SQLite, the rows of PostgreSQL. */
  readStored(): Promise<string>
}

/** A database whose whole content can be searched. */
export async function openReadableDatabase(): Promise<ReadableDatabase> {
  if (DEFAULT_DATABASE === 'postgres') {
    const db = await openTestDatabase('postgres')
    return { db, readStored: () => readRows(db) }
  }
  const file = join(await makeFolder(), 'test.sqlite')
  const db = await openDatabase({ kind: 'sqlite', file })
  await migrate(db, { keyCipher })
  const files = [file, `${file}-wal`]
  const readStored = async (): Promise<string> =>
    (await Promise.all(files.map((name) => readFile(name, 'latin1').catch(() => '')))).join('')
  return { db, readStored }
}

async function readRows(db: Database): Promise<string> {
  const texts: string[] = []
  for (const { schema = 'public', name } of await db.introspection.getTables()) {
    const { rows } = await sql`select to_jsonb(one) from ${sql.id(schema, name)} as one`.execute(db)
    texts.push(JSON.stringify(rows))
  }
  return texts.join('')
}
