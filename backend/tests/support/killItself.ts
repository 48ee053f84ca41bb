import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { isMainThread } from 'node:worker_threads'
import Sqlite from 'better-sqlite3'

/**
 * Loaded into a server with `--import`: its process kills itself before a statement or before a file gets its final
 * name. `KILL_BEFORE` is a part of the statement and which one of them, as in "3 commit", or only a number, which counts
 * all of them.
 */
const [count = '0', ...part] = (process.env['KILL_BEFORE'] ?? '').split(' ')
let left = Number(count)

function step(text: string): void {
  if (!text.includes(part.join(' '))) return
  left -= 1
  if (left === 0) process.kill(process.pid, 'SIGKILL')
}

if (isMainThread && left > 0) {
  const statement: Record<'run' | 'all' | 'get', (...values: unknown[]) => unknown> = Object.getPrototypeOf(
    new Sqlite(':memory:').prepare('select 1'),
  )
  for (const name of ['run', 'all', 'get'] as const) {
    const original = statement[name]
    statement[name] = function (this: Sqlite.Statement, ...values: unknown[]) {
      step(this.source)
      return original.apply(this, values)
    }
  }
  const { exec, pragma } = Sqlite.prototype
  Object.assign(Sqlite.prototype, {
    exec(this: Sqlite.Database, source: string) {
      step(source)
      return exec.call(this, source)
    },
    pragma(this: Sqlite.Database, source: string, options?: Sqlite.PragmaOptions) {
      step(`pragma ${source}`)
      return pragma.call(this, source, options)
    },
  })
  const { renameSync } = fs
  fs.renameSync = (from, to) => {
    step(`rename ${String(to)}`)
    renameSync(from, to)
  }
  syncBuiltinESMExports()
}
