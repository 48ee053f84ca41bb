import { Worker } from 'node:worker_threads'
import type { GamebookCheck } from '@llm-gamebook/story'

import { findWorker } from '../findWorker.ts'
import { GamebookTooLargeToCheckError } from './gamebookErrors.ts'
import type { GamebookFile } from './gamebookFile.ts'

export type CheckReport = Pick<GamebookCheck, 'findings' | 'explored'>

/** The checker, on a thread of its own. */
export interface GamebookChecks {
  /** Checks one gamebook after the other, and each version of a file once. */
  check(file: Pick<GamebookFile, 'gamebook' | 'text' | 'version'>): Promise<CheckReport>
}

const MAX_REPORTS = 32
/** The second limit applies if the first takes too much memory or time. */
const MAX_STATES = [150_000, 5_000]
const MAX_MEMORY_MB = 512
const MAX_MS = 60_000

export function createGamebookChecks(maxMs = MAX_MS): GamebookChecks {
  const known = new Map<string, Promise<CheckReport>>()
  let last: Promise<unknown> = Promise.resolve()

  const start = (text: string): Promise<CheckReport> => {
    const done = last.then(() => checkInWorker(text, maxMs))
    last = done.catch(() => {})
    return done
  }

  return {
    async check({ gamebook, text, version }) {
      if (gamebook === null) return { findings: [], explored: null }
      const before = known.get(version)
      if (before !== undefined) return before
      const report = start(text)
      known.set(version, report)
      // The next call tries a failed check again.
      report.catch(() => known.delete(version))
      const [oldest] = known.keys()
      if (known.size > MAX_REPORTS && oldest !== undefined) known.delete(oldest)
      return report
    },
  }
}

async function checkInWorker(text: string, maxMs: number): Promise<CheckReport> {
  const [most = 0, fewer = 0] = MAX_STATES
  return runWorker(text, most, maxMs)
    .catch(() => runWorker(text, fewer, maxMs))
    .catch((cause: unknown) => {
      throw new GamebookTooLargeToCheckError(cause)
    })
}

function runWorker(text: string, maxStates: number, maxMs: number): Promise<CheckReport> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(findWorker('checkWorker', import.meta.url), {
      workerData: { text, maxStates },
      resourceLimits: { maxOldGenerationSizeMb: MAX_MEMORY_MB },
    })
    // The end of the server does not wait for a check.
    worker.unref()
    const limit = setTimeout(() => void worker.terminate(), maxMs).unref()
    worker.once('message', (report: CheckReport) => resolve(report))
    worker.once('error', reject)
    worker.once('exit', () => {
      clearTimeout(limit)
      reject(new Error('The check ended before it had a result.'))
    })
  })
}
