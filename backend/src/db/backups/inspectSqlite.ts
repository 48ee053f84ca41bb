import type { Database as Sqlite } from 'better-sqlite3'
import { z } from 'zod'

/** What a copy is compared with. */
export interface SqliteContents {
  /** The applied migrations, and the columns and the number of rows of each table. */
  readonly tables: string
  /** Null if all pages can be read. */
  readonly damage: string | null
}

const Names = z.array(z.object({ name: z.string() }))
const Checked = z.array(z.object({ quick_check: z.string() }))

/** Reads the whole database. A page that can't be read is in `damage`, or throws. */
export function inspectSqlite(db: Sqlite): SqliteContents {
  const damage = findDamage(db)
  if (damage !== null) return { tables: '', damage }
  const tables = Names.parse(db.prepare(`select name from sqlite_master where type = 'table' order by name`).all())
  const described = tables.map(({ name }) => [
    name,
    db.prepare(`select count(*) from "${name}"`).pluck().get(),
    Names.parse(db.prepare('select name from pragma_table_info(?) order by name').all(name)),
  ])
  return { tables: JSON.stringify([described, readRecords(db, tables)]), damage: null }
}

/** The first problem that SQLite finds; null if there is none. */
export function findDamage(db: Sqlite): string | null {
  const [first] = Checked.parse(db.pragma('quick_check(1)'))
  return first === undefined || first.quick_check === 'ok' ? null : first.quick_check
}

function readRecords(db: Sqlite, tables: z.infer<typeof Names>): unknown {
  const hasRecords = tables.some(({ name }) => name === 'kysely_migration')
  return hasRecords ? db.prepare('select name from kysely_migration order by name').all() : []
}
