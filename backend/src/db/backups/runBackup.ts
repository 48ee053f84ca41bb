import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

import { findWorker } from '../../findWorker.ts'
import { BackupResult } from './backupResult.ts'

export interface BackupTask {
  readonly file: string
  /** Null to check the pages without a backup. */
  readonly backup: string | null
}

/**
 * Reads all pages of a database with a connection of its own. Settles when the process has ended; rejects if it
 * failed. It runs in a process: a thread would not return its memory to the system, and the server would keep 16 MB.
 */
export function runBackup(
  task: BackupTask,
  signal: AbortSignal,
): Promise<Exclude<BackupResult, { outcome: 'failed' }>> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const program = fork(fileURLToPath(findWorker('backupProgram', import.meta.url)), {
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    // The server does not wait for a backup when it stops.
    program.unref()
    program.channel?.unref()
    let result: BackupResult | undefined
    const stop = (): void => void program.kill('SIGKILL')
    signal.addEventListener('abort', stop)
    program.once('message', (message) => (result = BackupResult.parse(message)))
    program.once('error', reject)
    program.once('exit', () => {
      signal.removeEventListener('abort', stop)
      if (result === undefined) reject(new Error('The backup ended before it was complete.'))
      else if (result.outcome === 'failed') reject(new Error(result.reason))
      else resolve(result)
    })
    program.send(task, () => {})
  })
}
