import type { CheckProgress } from '@llm-gamebook/story'

import { toError } from '../toError.ts'
import type { CheckCache } from './checks/checkCache.ts'
import type { CheckReport } from './checks/checkReport.ts'
import { type CheckRun, runCheck, ThreadLimitError } from './checks/runCheck.ts'
import { GamebookTooLargeToCheckError } from './gamebookErrors.ts'
import type { GamebookFile } from './gamebookFile.ts'

/** The checker, on a thread of its own. */
export interface GamebookChecks {
  /**
   * Checks one gamebook after the other, and each version of a file once. Throws the reason of the signal; the check
   * itself is canceled as soon as no caller waits for it.
   */
  check(file: Pick<GamebookFile, 'gamebook' | 'text' | 'version'>, watch?: CheckWatch): Promise<CheckReport>
}

export interface CheckWatch {
  readonly onProgress?: (progress: CheckProgress) => void
  readonly signal?: AbortSignal
}

export interface GamebookCheckOptions {
  /** Keeps results beyond the end of the server. */
  readonly cache?: CheckCache
  readonly maxMilliseconds?: number
  readonly run?: (run: CheckRun) => Promise<CheckReport>
}

const MAX_REPORTS = 32
const MAX_STATES = 150_000
const MAX_MEMORY_MB = 512
const MAX_MS = 60_000

export function createGamebookChecks({
  cache,
  maxMilliseconds = MAX_MS,
  run = runCheck,
}: GamebookCheckOptions = {}): GamebookChecks {
  const known = new Map<string, CheckInProgress>()
  const limits = { maxStates: MAX_STATES, maxMilliseconds }
  let last: Promise<unknown> = Promise.resolve()

  const start = (text: string, version: string): CheckInProgress => {
    const check = new CheckInProgress(async (onProgress, signal) => {
      const before = await cache?.find(version, limits)
      if (before != null) return before
      const done = last.then(() =>
        run({ text, limits, maxMemoryMb: MAX_MEMORY_MB, onProgress, signal, isBackground: true }),
      )
      last = done.catch(() => {})
      const report = await done.catch((error: unknown) => {
        throw error instanceof ThreadLimitError ? new GamebookTooLargeToCheckError(error) : error
      })
      await cache?.save(version, limits, report)
      return report
    })
    // The next call tries a failed or canceled check again.
    check.report.catch(() => known.get(version) === check && known.delete(version))
    return check
  }

  return {
    async check({ gamebook, text, version }, watch = {}) {
      if (gamebook === null) return { findings: [], explored: null, summary: null }
      let check = known.get(version)
      if (check === undefined || check.isCanceled) {
        check = start(text, version)
        known.set(version, check)
        const [oldest] = known.keys()
        if (known.size > MAX_REPORTS && oldest !== undefined) known.delete(oldest)
      }
      return check.wait(watch)
    },
  }
}

type Run = (onProgress: (progress: CheckProgress) => void, signal: AbortSignal) => Promise<CheckReport>

/** A check for which several callers can wait. */
class CheckInProgress {
  readonly report: Promise<CheckReport>
  private readonly cancellation = new AbortController()
  private readonly watches = new Set<CheckWatch>()
  private isDone = false

  constructor(run: Run) {
    this.report = run((progress) => {
      for (const { onProgress } of this.watches) onProgress?.(progress)
    }, this.cancellation.signal).finally(() => {
      this.isDone = true
    })
  }

  get isCanceled(): boolean {
    return this.cancellation.signal.aborted
  }

  async wait(watch: CheckWatch): Promise<CheckReport> {
    const { signal } = watch
    signal?.throwIfAborted()
    this.watches.add(watch)
    const leave = (): void => {
      this.watches.delete(watch)
      if (this.watches.size === 0 && !this.isDone) this.cancellation.abort(signal?.reason)
    }
    const canceled = new Promise<never>((_, reject) => {
      signal?.addEventListener('abort', () => (leave(), reject(toError(signal.reason))), { once: true })
    })
    try {
      return await Promise.race([this.report, canceled])
    } finally {
      this.watches.delete(watch)
    }
  }
}
