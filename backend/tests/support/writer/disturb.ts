import { existsSync, writeFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'
import Sqlite from 'better-sqlite3'

/**
 * Loaded into a server with `--import`, or into the thread that writes: disturbs that thread, and no other.
 * `STALL_COMMITS` is a file: while it exists, no commit ends, as on a disk that stalls. `END_WRITER_AT` is the number of
 * a commit: the thread ends in its place, and so do its successors, unless `END_WRITER_ONCE` is a file: it appears with
 * the first end, and prevents others.
 */
const { STALL_COMMITS: stalling = '', END_WRITER_AT: last = '', END_WRITER_ONCE: ended = '' } = process.env
const PAUSE_MS = 5
let left = Number(last)

function disturb(statement: string): void {
  if (statement !== 'commit') return
  const never = new Int32Array(new SharedArrayBuffer(4))
  while (stalling !== '' && existsSync(stalling)) Atomics.wait(never, 0, 0, PAUSE_MS)
  left -= 1
  if (left !== 0 || existsSync(ended)) return
  if (ended !== '') writeFileSync(ended, '')
  process.exit()
}

if (!isMainThread) {
  const statement: Record<'run', (...values: unknown[]) => unknown> = Object.getPrototypeOf(
    new Sqlite(':memory:').prepare('select 1'),
  )
  const { run } = statement
  statement.run = function (this: Sqlite.Statement, ...values: unknown[]) {
    disturb(this.source)
    return run.apply(this, values)
  }
}
