import { createHash } from 'node:crypto'
import { mkdir, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import type { Reason } from '@llm-gamebook/story'
import { z } from 'zod'

import { systemClock } from '../../clock.ts'
import { parseJson } from '../../json.ts'
import { readFileAtMost } from '../../readFileAtMost.ts'
import { writeFileAtomically } from '../../writeFileAtomically.ts'
import { CheckLimits } from './checkMessage.ts'
import { type CheckReport, StoredReport } from './checkReport.ts'
import { readCheckerVersion } from './checkerVersion.ts'
import { tidyCheckFolder } from './tidyCheckFolder.ts'

/** Keeps results of checks in files, by the content of the gamebook and the code of the checker. */
export interface CheckCache {
  /** A result that is at least as good as a new check with these limits. Null if there is none. */
  readonly find: (contentHash: string, limits: CheckLimits) => Promise<CheckReport | null>
  readonly save: (contentHash: string, limits: CheckLimits, report: CheckReport) => Promise<void>
}

const MAX_FILE_BYTES = 4 * 1024 * 1024

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
      if (isOutOfLimits(report)) return
      const file = await fileFor(contentHash)
      const known = await readEntry(file)
      if (known !== null && isGoodEnough(known, limits)) return
      try {
        const text = JSON.stringify({ limits, report })
        if (Buffer.byteLength(text) > MAX_FILE_BYTES) return
        await mkdir(folder).catch(() => {})
        await writeFileAtomically(file, text)
        await tidyCheckFolder(folder, Date.parse(systemClock.now()))
      } catch {
        // A full or read-only disk, or a result that no text can hold: the next check runs again.
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

/** An idle machine may get further in the same time, and another one with its memory. */
function isOutOfLimits({ summary }: CheckReport): boolean {
  return summary?.open.some(({ reasons }) => reasons.some(isOfMachine)) ?? false
}

const isOfMachine = (reason: Reason): boolean =>
  reason.kind === 'memory' || (reason.kind === 'limit' && reason.of === 'time')

async function readEntry(file: string): Promise<Entry | null> {
  const text = await readFileAtMost(file, MAX_FILE_BYTES).catch(() => null)
  return text === null ? null : (Entry.safeParse(parseJson(text.toString())).data ?? null)
}
