import type { Database as Sqlite } from 'better-sqlite3'
import { z } from 'zod'

/** What is compared with a copy. */
export interface SqliteContents {
  /** Null if all pages can be read. */
  readonly damage: string | null
  /** The names of the applied migrations. */
  readonly applied: readonly string[]
  /** The columns and the number of rows of each table, as text. */
  readonly tables: string
}

const Names = z.array(z.string())
const Checked = z.array(z.object({ quick_check: z.string() }))

/** Reads the whole database. A page that can't be read is in `damage`, or throws. */
export function inspectSqlite(db: Sqlite): SqliteContents {
  const damage = findDamage(db)
  if (damage !== null) return { damage, applied: [], tables: '' }
  const readNames = (query: string, ...values: string[]): readonly string[] =>
    Names.parse(
      db
        .prepare(query)
        .pluck()
        .all(...values),
    )
  const names = readNames(`select name from sqlite_master where type = 'table' order by name`)
  const tables = names.map((name) => [
    name,
    readNames('select name from pragma_table_info(?) order by name', name),
    db
      .prepare(`select count(*) from "${name.replaceAll('"', '""')}"`)
      .pluck()
      .get(),
  ])
  const hasRecords = names.includes('kysely_migration')
  const applied = hasRecords ? readNames('select name from kysely_migration order by name') : []
  return { damage: null, applied, tables: JSON.stringify(tables) }
}

/** The first problem that SQLite finds; null if there is none. */
export function findDamage(db: Sqlite): string | null {
  const [first] = Checked.parse(db.pragma('quick_check(1)'))
  return first === undefined || first.quick_check === 'ok' ? null : first.quick_check
}
