import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import type { FastifyBaseLogger } from 'fastify'

import type { Clock } from '../../clock.ts'
import type { DatabaseHealth } from '../databaseHealth.ts'
import { backupFile, backupFolder, lastNight, removeOldBackups } from './backupFiles.ts'
import { runBackup } from './runBackup.ts'

export interface NightlyBackupOptions {
  readonly file: string
  readonly clock: Pick<Clock, 'now' | 'wait'>
  readonly health: DatabaseHealth
  readonly logger: FastifyBaseLogger
}

export interface NightlyBackups {
  /** Ends a backup that is being made. */
  stop(): Promise<void>
}

const HOUR_MS = 60 * 60 * 1000
const OWNER_ONLY = 0o700

/** Checks the database now, and keeps a backup of each of the last seven nights in which the server ran or started. */
export function startNightlyBackups(options: NightlyBackupOptions): NightlyBackups {
  const stopping = new AbortController()
  const { signal } = stopping
  let running = checkAndBackUp(options, signal)
  const repeat = async (): Promise<void> => {
    for (;;) {
      await running
      await options.clock.wait(HOUR_MS)
      if (signal.aborted) return
      if (isDue(options)) running = checkAndBackUp(options, signal)
    }
  }
  void repeat()
  return {
    async stop() {
      stopping.abort()
      await running
    },
  }
}

const isDue = ({ file, clock }: NightlyBackupOptions): boolean => !existsSync(backupFile(file, lastNight(clock.now())))

async function checkAndBackUp(options: NightlyBackupOptions, signal: AbortSignal): Promise<void> {
  const { file, clock, health, logger } = options
  try {
    const backup = isDue(options) ? backupFile(file, lastNight(clock.now())) : null
    if (backup !== null) await mkdir(backupFolder(file), { recursive: true, mode: OWNER_ONLY })
    const result = await runBackup({ file, backup }, signal)
    health.noteCheck(result.outcome === 'damaged' ? result.reason : null)
    if (backup !== null && result.outcome === 'done') await removeOldBackups(file)
  } catch (error) {
    if (!signal.aborted) logger.error({ err: error }, 'The nightly backup of the database failed. It is tried again.')
  }
}
