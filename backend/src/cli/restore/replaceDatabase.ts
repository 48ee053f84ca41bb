import { existsSync } from 'node:fs'
import { copyFile, link, rename, rm } from 'node:fs/promises'

import { copySqlite } from '../../db/backups/copySqlite.ts'

/**
 * Puts a checked copy of the backup in place of the database. At any moment, a killed process leaves one of the two
 * there, and all of the replaced one under its new name, which is returned; null if there was no database.
 */
export async function replaceDatabase(file: string, backup: string, now: string): Promise<string | null> {
  const restored = `${file}.restored`
  copySqlite(backup, restored)
  const replaced = existsSync(file) ? `${file}.replaced-${now.replaceAll(':', '-')}` : null
  if (replaced !== null) await keepAside(file, replaced)
  await rename(restored, file)
  return replaced
}

async function keepAside(file: string, replaced: string): Promise<void> {
  // Not every file system has links.
  await link(file, replaced).catch(() => copyFile(file, replaced))
  // SQLite would apply the log of the replaced database to the restored one.
  for (const suffix of ['-wal', '-shm']) {
    if (!existsSync(`${file}${suffix}`)) continue
    await copyFile(`${file}${suffix}`, `${replaced}${suffix}`)
    await rm(`${file}${suffix}`)
  }
}
