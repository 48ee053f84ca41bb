import type { Database } from '../tables.ts'
import type { Write } from './write.ts'
import { onWrites } from './writeFeed.ts'

/** Values that were read from a database. Each is kept until a write may have changed it. */
export interface ReadCache<Value> {
  /** Concurrent calls share one read. A read that fails is not kept. */
  get(key: string, read: () => Promise<Value>): Promise<Value>
}

export interface CachedReads {
  /** The database's names of the tables in which any change may affect any value. */
  readonly tables: readonly string[]
  /** The table whose row the key names: a change to one row affects only the value of that row. */
  readonly rowsOf?: string
}

/** More than are ever in use at the same time. */
const MAX_KEPT = 1000

export function cacheReads<Value>(db: Database, { tables, rowsOf }: CachedReads): ReadCache<Value> {
  const kept = new Map<string, Promise<Value>>()

  let isCertain = true

  const forgetChanged = ({ table, id }: Write): void => {
    if (table === rowsOf && id !== null) kept.delete(id)
    else if (table === null || table === rowsOf || tables.includes(table)) kept.clear()
  }

  onWrites(db, (writes, isStored) => {
    // A write that failed may be stored later, but not after the next one.
    isCertain = isStored
    writes.forEach(forgetChanged)
  })

  const forget = (key: string, value: Promise<Value>): void => {
    if (kept.get(key) === value) kept.delete(key)
  }

  return {
    get(key, read) {
      const known = kept.get(key)
      if (known !== undefined) return known
      if (!isCertain) return read()
      if (kept.size >= MAX_KEPT) kept.clear()
      // A write that is stored during the read removes the value, which may be out of date.
      const value = read()
      kept.set(key, value)
      value.catch(() => forget(key, value))
      return value
    },
  }
}
