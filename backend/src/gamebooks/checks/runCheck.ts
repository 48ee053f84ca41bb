import { Worker } from 'node:worker_threads'
import type { CheckProgress, Reason } from '@llm-gamebook/story'

import { findWorker } from '../../findWorker.ts'
import { isOutOfMemory } from '../../isOutOfMemory.ts'
import { toError } from '../../toError.ts'
import type { CheckLimits, CheckMessage, CheckTask } from './checkMessage.ts'
import type { CheckReport } from './checkReport.ts'

export interface CheckRun {
  readonly text: string
  readonly limits: CheckLimits
  /** Null for the default of the runtime. */
  readonly maxMemoryMb: number | null
  readonly onProgress: (progress: CheckProgress) => void
  /** Cancels the check. */
  readonly signal: AbortSignal
  /** Whether the end of the process does not wait for the check. */
  readonly isBackground: boolean
}

/** The limit for a second try, if the first one took too much memory. */
const FEW_STATES = 5_000
/** How long a check may take to stop at its time limit and to describe what it found. */
const GRACE_MS = 15_000
/** The longest time that a timer of Node can wait. */
const MAX_TIMER_MS = 2 ** 31 - 1

/**
 * Checks a gamebook on a thread. If that takes too much memory, it tries again with small searches in the time that is
 * left; then all questions stay open. Throws the reason of the signal if it is canceled.
 */
export async function runCheck(run: CheckRun): Promise<CheckReport> {
  const started = performance.now()
  const { limits } = run
  const first = await tryThread(run, { text: run.text, limits })
  if ('findings' in first) return first
  const maxMilliseconds = Math.round(limits.maxMilliseconds - (performance.now() - started))
  if (first.kind === 'memory' && maxMilliseconds > 0) {
    const fewer = { maxStates: Math.min(FEW_STATES, limits.maxStates), maxMilliseconds }
    const second = await tryThread(run, { text: run.text, limits: fewer })
    if ('findings' in second) return second
  }
  return runThread(run, { text: run.text, limits: { ...limits, maxMilliseconds: GRACE_MS }, unanswered: first })
}

/** A thread that used too much memory or time. */
export class ThreadLimitError extends Error {
  override readonly name = 'ThreadLimitError'
  readonly reason: Reason

  constructor(message: string, reason: Reason) {
    super(message)
    this.reason = reason
  }
}

/** The report, or why there is none. */
async function tryThread(run: CheckRun, task: CheckTask): Promise<CheckReport | Reason> {
  try {
    return await runThread(run, task)
  } catch (error) {
    if (run.signal.aborted) throw toError(run.signal.reason)
    if (error instanceof ThreadLimitError) return error.reason
    throw error
  }
}

/** Most of what a search makes is soon garbage: with little room for it, a check needs less memory, and no more time. */
const YOUNG_MEMORY = { maxYoungGenerationSizeMb: 24 }

function runThread(run: CheckRun, task: CheckTask): Promise<CheckReport> {
  const { maxMemoryMb, onProgress, signal, isBackground } = run
  const { maxMilliseconds } = task.limits
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const worker = new Worker(findWorker('checkWorker', import.meta.url), {
      workerData: task,
      resourceLimits: { ...YOUNG_MEMORY, ...(maxMemoryMb !== null && { maxOldGenerationSizeMb: maxMemoryMb }) },
    })
    if (isBackground) worker.unref()
    const cancel = (): void => {
      reject(toError(signal.reason))
      void worker.terminate()
    }
    signal.addEventListener('abort', cancel, { once: true })
    const stop = (): void => void worker.terminate()
    const limit = setTimeout(stop, Math.min(maxMilliseconds + GRACE_MS, MAX_TIMER_MS)).unref()
    worker.on('message', (message: CheckMessage) => {
      if ('progress' in message) onProgress(message.progress)
      else resolve(message.report)
    })
    worker.once('error', (error: Error) =>
      reject(hasExhausted(error) ? new ThreadLimitError(error.message, { kind: 'memory' }) : error),
    )
    worker.once('exit', () => {
      clearTimeout(limit)
      signal.removeEventListener('abort', cancel)
      const reason: Reason = { kind: 'limit', of: 'time', value: run.limits.maxMilliseconds }
      reject(new ThreadLimitError('The check ended before it had a result.', reason))
    })
  })
}

/** A thread also ends where a stack, a map or an array would become too large. */
const hasExhausted = (error: Error): boolean => error instanceof RangeError || isOutOfMemory(error)
