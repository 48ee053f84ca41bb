import type { Database } from '../../src/db/database.ts'
import { onWrites, setWriteFeed, WriteFeed } from '../../src/db/writes/writeFeed.ts'

/** A database that counts the queries that run on it, and the rows that they return. */
export function countRows(db: Database) {
  const counts = { queries: 0, rows: 0 }
  const counted = db.withPlugin({
    transformQuery({ node }) {
      counts.queries += 1
      return node
    },
    async transformResult({ result }) {
      counts.rows += result.rows.length
      return result
    },
  })
  const writes = new WriteFeed()
  onWrites(db, writes.publish)
  setWriteFeed(counted, writes)
  return {
    db: counted,
    /** What was counted since it was taken last. */
    take() {
      const taken = { ...counts }
      counts.queries = 0
      counts.rows = 0
      return taken
    },
  }
}
