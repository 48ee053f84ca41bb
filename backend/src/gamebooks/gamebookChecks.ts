import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { GamebookCheck } from '@llm-gamebook/story'

import { GamebookTooLargeToCheckError } from './gamebookErrors.ts'
import type { GamebookFile } from './gamebookFile.ts'

export type CheckReport = Pick<GamebookCheck, 'findings' | 'explored'>

/** What the compiler says of gamebooks. */
export interface GamebookChecks {
  /** Worked out beside the server's own thread, one gamebook after the other, and once for each version of a file. */
  check(file: Pick<GamebookFile, 'gamebook' | 'text' | 'version'>): Promise<CheckReport>
}

const MOST_KEPT = 32
/** With less where that is too much for the memory or the time that a check may take. */
const MOST_STATES = [150_000, 5_000]
const MOST_MEMORY_MB = 512
const MOST_MS = 60_000

export function createGamebookChecks(mostMs = MOST_MS): GamebookChecks {
  const known = new Map<string, Promise<CheckReport>>()
  let last: Promise<unknown> = Promise.resolve()

  const start = (text: string): Promise<CheckReport> => {
    const done = last.then(() => checkInWorker(text, mostMs))
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
      // What failed is tried again when it is asked for again.
      report.catch(() => known.delete(version))
      const [oldest] = known.keys()
      if (known.size > MOST_KEPT && oldest !== undefined) known.delete(oldest)
      return report
    },
  }
}

async function checkInWorker(text: string, mostMs: number): Promise<CheckReport> {
  const [most = 0, less = 0] = MOST_STATES
  return runWorker(text, most, mostMs)
    .catch(() => runWorker(text, less, mostMs))
    .catch((cause: unknown) => {
      throw new GamebookTooLargeToCheckError(cause)
    })
}

function runWorker(text: string, maxStates: number, mostMs: number): Promise<CheckReport> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(findWorker(), {
      workerData: { text, maxStates },
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    })
    // A server that is ended does not wait for it.
    worker.unref()
    const limit = setTimeout(() => void worker.terminate(), mostMs).unref()
    worker.once('message', (report: CheckReport) => resolve(report))
    worker.once('error', reject)
    worker.once('exit', () => {
      clearTimeout(limit)
      reject(new Error('The check ended before it had a result.'))
    })
  })
}

/** Beside this file as it was written, or in the folder of the server's build, which has this code in a folder below. */
function findWorker(): URL {
  const places = ['./checkWorker.ts', './checkWorker.mjs', '../checkWorker.mjs'].map(
    (path) => new URL(path, import.meta.url),
  )
  const found = places.find((place) => existsSync(fileURLToPath(place)))
  if (found === undefined) throw new Error('The code that checks gamebooks is missing from the build.')
  return found
}
