import type { Config } from './config.ts'
import type { NightlyBackupOptions, NightlyBackups } from '../db/backups/nightlyBackups.ts'

/** Null for PostgreSQL, which its operator backs up. */
export async function startBackups(
  { database }: Pick<Config, 'database'>,
  options: Omit<NightlyBackupOptions, 'file'>,
): Promise<NightlyBackups | null> {
  if (database.kind === 'postgres') return null
  const { startNightlyBackups } = await import('../db/backups/nightlyBackups.ts')
  return startNightlyBackups({ file: database.file, ...options })
}
