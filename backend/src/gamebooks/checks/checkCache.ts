import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import type { Reason } from '@llm-gamebook/story'
import { z } from 'zod'

import { systemClock } from '../../clock.ts'
import { parseJson } from '../../json.ts'
import { writeFileAtomically } from '../../writeFileAtomically.ts'
import { CheckLimits } from './checkMessage.ts'
import { type CheckReport, StoredReport } from './checkReport.ts'
import { readCheckerVersion } from './checkerVersion.ts'

/** Keeps results of checks in files, by the content of the gamebook and the code of the checker. */
export interface CheckCache {
  /** A result that is at least as good as a new check with these limits. Null if there is none. */
  readonly find: (contentHash: string, limits: CheckLimits) => Promise<CheckReport | null>
  readonly save: (contentHash: string, limits: CheckLimits, report: CheckReport) => Promise<void>
}

const MAX_FILES = 200
const MAX_FILE_BYTES = 4 * 1024 * 1024
const MAX_BYTES = 64 * 1024 * 1024
const FILE_NAME = /^[0-9a-f]{64}\.json$/

const Entry = z.object({ limits: CheckLimits, report: StoredReport })

/**
 * A folder that can't be read or written, or files that were changed, only cost the time of a check. The folder is
 * created, but not the one that contains it.
 */
export function createCheckCache(folder: string, readVersion = readCheckerVersion): CheckCache {
  let version: Promise<string> | null = null
  const fileFor = async (contentHash: string): Promise<string> => {
    version ??= readVersion()
    const key = createHash('sha256')
      .update(`${contentHash} ${await version}`)
      .digest('hex')
    return join(folder, `${key}.json`)
  }

  return {
    async find(contentHash, limits) {
      const file = await fileFor(contentHash)
      const entry = await readEntry(file)
      if (entry === null || !isGoodEnough(entry, limits)) return null
      const now = new Date(systemClock.now())
      await utimes(file, now, now).catch(() => {})
      return entry.report
    },

    async save(contentHash, limits, report) {
      if (isOutOfTime(report)) return
      const file = await fileFor(contentHash)
      const known = await readEntry(file)
      if (known !== null && isGoodEnough(known, limits)) return
      const text = JSON.stringify({ limits, report })
      if (Buffer.byteLength(text) > MAX_FILE_BYTES) return
      try {
        await mkdir(folder).catch(() => {})
        await writeFileAtomically(file, text)
        await removeOldest(folder)
      } catch {
        // A full or read-only disk: the next check runs again.
      }
    },
  }
}

type Entry = z.infer<typeof Entry>

/** Nothing is left open, or the entry was made with limits that are at least as high. */
function isGoodEnough({ limits: made, report }: Entry, limits: CheckLimits): boolean {
  const isOpen = report.findings.some(({ status }) => status.kind === 'not-known')
  if (report.summary?.open.length === 0 && !isOpen) return true
  return made.maxStates >= limits.maxStates && made.maxMilliseconds >= limits.maxMilliseconds
}

/** An idle machine may get further in the same time. */
function isOutOfTime({ summary }: CheckReport): boolean {
  return summary?.open.some(({ reasons }) => reasons.some(isTimeLimit)) ?? false
}

const isTimeLimit = (reason: Reason): boolean => reason.kind === 'limit' && reason.of === 'time'

async function readEntry(file: string): Promise<Entry | null> {
  try {
    const { size } = await stat(file)
    if (size > MAX_FILE_BYTES) return null
    return Entry.safeParse(parseJson(await readFile(file, 'utf8'))).data ?? null
  } catch {
    return null
  }
}

async function removeOldest(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => FILE_NAME.test(name))
  const files = await Promise.all(
    names.map(async (name) => {
      const { mtimeMs = 0, size = 0 } = (await stat(join(folder, name)).catch(() => null)) ?? {}
      return { name, usedAt: mtimeMs, size }
    }),
  )
  let bytes = 0
  const removed = files
    .toSorted((a, b) => b.usedAt - a.usedAt)
    .filter(({ size }, index) => (bytes += size) > MAX_BYTES || index >= MAX_FILES)
  await Promise.all(removed.map(({ name }) => rm(join(folder, name), { force: true })))
}
