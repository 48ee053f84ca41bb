import { readdir, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** The backups of a database are in a folder next to it, each named for its night. */
export const backupFolder = (file: string): string => join(dirname(file), 'backups')

export const backupFile = (file: string, night: string): string =>
  join(backupFolder(file), `${basename(file, '.sqlite')}-${night}.sqlite`)

const KEPT = 7
const HOUR_MS = 60 * 60 * 1000
const NIGHT_BEGINS_AT_HOUR = 3

/** The date of the last night that has begun, in the time zone of the server: 2026-11-29 from 3:00 on that day. */
export function lastNight(now: string): string {
  const moment = new Date(Date.parse(now) - NIGHT_BEGINS_AT_HOUR * HOUR_MS)
  const parts = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()]
  return parts.map((part) => String(part).padStart(2, '0')).join('-')
}

/** The paths of the backups of a database, newest first. */
export async function listBackups(file: string): Promise<readonly string[]> {
  const names = await readdir(backupFolder(file)).catch(() => [])
  const start = `${basename(file, '.sqlite')}-`
  const isBackup = (name: string): boolean => name.startsWith(start) && /-\d{4}-\d\d-\d\d\.sqlite$/.test(name)
  return names
    .filter(isBackup)
    .sort()
    .reverse()
    .map((name) => join(backupFolder(file), name))
}

/** Keeps the newest seven. */
export async function removeOldBackups(file: string): Promise<void> {
  const old = (await listBackups(file)).slice(KEPT)
  await Promise.all(old.map((path) => rm(path)))
}
