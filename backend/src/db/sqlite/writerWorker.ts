import type { Database as SqliteFile } from 'better-sqlite3'
import { parentPort, workerData } from 'node:worker_threads'

import { toError } from '../../toError.ts'
import type { Outcome } from './command.ts'
import { openWriting } from './openSqlite.ts'
import { createRunCommand } from './runCommand.ts'
import { type ToWriter, toSentOutcome } from './writerMessages.ts'

/** The thread that writes to a database file. It opens the file when there is something to write. */
const file = String(workerData)
let opened: { readonly sqlite: SqliteFile; readonly run: ReturnType<typeof createRunCommand> } | undefined

async function answer(command: Exclude<ToWriter, 'close'>): Promise<readonly Outcome[]> {
  try {
    if (opened === undefined) {
      const sqlite = await openWriting(file)
      opened = { sqlite, run: createRunCommand(sqlite) }
    }
    return opened.run(command)
  } catch (caught) {
    const error = toError(caught)
    return command.kind === 'group' ? command.batches.map(() => ({ error })) : [{ error }]
  }
}

parentPort?.on('message', async (message: ToWriter) => {
  if (message !== 'close') return parentPort?.postMessage((await answer(message)).map(toSentOutcome))
  opened?.sqlite.close()
  parentPort?.close()
})
