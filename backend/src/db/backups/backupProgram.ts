import { inspect } from 'node:util'
import { z } from 'zod'

import { isDamage } from '../databaseHealth.ts'
import type { BackupResult } from './backupResult.ts'
import { checkSqlite, copySqlite } from './copySqlite.ts'

const Task = z.object({ file: z.string(), backup: z.string().nullable() })

process.once('message', (message: unknown) => {
  process.send?.(run(Task.parse(message)), () => process.disconnect())
})
// The server may also have been killed.
process.once('disconnect', () => process.exit())

function run({ file, backup }: z.infer<typeof Task>): BackupResult {
  try {
    if (backup === null) checkSqlite(file)
    else copySqlite(file, backup)
    return { outcome: 'done' }
  } catch (error) {
    const reason = error instanceof Error ? error.message : inspect(error)
    return { outcome: isDamage(error) ? 'damaged' : 'failed', reason }
  }
}
