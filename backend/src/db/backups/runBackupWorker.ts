import { Worker } from 'node:worker_threads'

import { findWorker } from '../../findWorker.ts'

export interface BackupTask {
  readonly file: string
  /** Null to check the pages without a backup. */
  readonly backup: string | null
}

interface BackupResult {
  /** Null if all pages can be read. A damaged database is not backed up. */
  readonly damage: string | null
}

/** Reads all pages of a database on a thread of its own, with a connection of its own. Settles when it has ended. */
export function runBackupWorker(task: BackupTask, signal: AbortSignal): Promise<BackupResult> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(findWorker('backupWorker', import.meta.url), { workerData: task })
    // The end of the process does not wait for a backup.
    worker.unref()
    let result: BackupResult | undefined
    const stop = (): void => void worker.terminate()
    signal.addEventListener('abort', stop)
    worker.once('message', (message: BackupResult) => (result = message))
    worker.once('error', reject)
    worker.once('exit', () => {
      signal.removeEventListener('abort', stop)
      if (result === undefined) reject(new Error('The backup ended before it was complete.'))
      else resolve(result)
    })
  })
}
