import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'

import { isDamage } from '../databaseHealth.ts'
import { checkSqlite, copySqlite } from './copySqlite.ts'

const { file, backup } = z.object({ file: z.string(), backup: z.string().nullable() }).parse(workerData)
try {
  if (backup === null) checkSqlite(file)
  else copySqlite(file, backup)
  parentPort?.postMessage({ damage: null })
} catch (error) {
  if (!isDamage(error)) throw error
  parentPort?.postMessage({ damage: error instanceof Error ? error.message : '' })
}
