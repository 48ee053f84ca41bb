import type { Database as SqliteFile } from 'better-sqlite3'

import type { Writer } from './command.ts'
import { createRunCommand } from './runCommand.ts'

/** Writes on the thread that calls it: for databases in memory, and for work before the server accepts requests. */
export function createLocalWriter(sqlite: SqliteFile): Writer {
  const runCommand = createRunCommand(sqlite)
  return {
    run: async (command) => runCommand(command),
    async close() {
      sqlite.close()
    },
  }
}
