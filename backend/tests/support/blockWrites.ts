import { join } from 'node:path'
import { sql } from 'kysely'

import { openDatabase, type Database } from '../../src/db/database.ts'
import { migrate } from '../../src/db/migrate.ts'
import { gate } from './fakeModel.ts'
import { makeFolder } from './gamebookFolder.ts'
import { lockDatabase } from './lockDatabase.ts'
import { keyCipher } from './keyCipher.ts'
import { type DatabaseKind, openTestDatabase } from './testDb.ts'

export interface BlockableDatabase {
  readonly db: Database
  /** Makes every write to messages wait until the returned function is called. Reads go on. */
  blockWrites(): Promise<() => Promise<void>>
}

export async function openBlockableDatabase(kind: DatabaseKind): Promise<BlockableDatabase> {
  if (kind === 'sqlite') {
    const file = join(await makeFolder(), 'test.sqlite')
    const db = await openDatabase({ kind, file, maxLockWaitMs: 60_000 })
    await migrate(db, { keyCipher })
    return { db, blockWrites: () => lockDatabase(file) }
  }
  const db = await openTestDatabase(kind)
  return {
    db,
    async blockWrites() {
      const [locked, released] = [gate(), gate()]
      const transaction = db.transaction().execute(async (inside) => {
        await sql`lock table message in exclusive mode`.execute(inside)
        locked.open()
        await released.opened
      })
      await locked.opened
      return async () => {
        released.open()
        await transaction
      }
    },
  }
}
