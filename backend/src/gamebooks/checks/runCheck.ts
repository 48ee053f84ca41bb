import { Worker } from 'node:worker_threads'
import type { CheckProgress } from '@llm-gamebook/story'

import { findWorker } from '../../findWorker.ts'
import { isOutOfMemory } from '../../isOutOfMemory.ts'
import { toError } from '../../toError.ts'
import type { CheckLimits, CheckMessage } from './checkMessage.ts'
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

/** The limit for a second try, if the first one took too much memory or did not stop in time. */
const FEW_STATES = 5_000
/** How long a check may take to stop at its time limit and to describe what it found. */
const GRACE_MS = 15_000
/** The longest time that a timer of Node can wait. */
const MAX_TIMER_MS = 2 ** 31 - 1

/** Checks a gamebook on a thread. Throws the reason of the signal if it is canceled. */
export async function runCheck(run: CheckRun): Promise<CheckReport> {
  try {
    return await runThread(run)
  } catch (error) {
    if (run.signal.aborted) throw toError(run.signal.reason)
    if (!(error instanceof ThreadLimitError)) throw error
    return runThread({ ...run, limits: { ...run.limits, maxStates: Math.min(FEW_STATES, run.limits.maxStates) } })
  }
}

/** A thread that used too much memory or time. */
export class ThreadLimitError extends Error {
  override readonly name = 'ThreadLimitError'
}

function runThread({ text, limits, maxMemoryMb, onProgress, signal, isBackground }: CheckRun): Promise<CheckReport> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const worker = new Worker(findWorker('checkWorker', import.meta.url), {
      workerData: { text, limits },
      ...(maxMemoryMb !== null && { resourceLimits: { maxOldGenerationSizeMb: maxMemoryMb } }),
    })
    if (isBackground) worker.unref()
    const cancel = (): void => {
      reject(toError(signal.reason))
      void worker.terminate()
    }
    signal.addEventListener('abort', cancel, { once: true })
    const stop = (): void => void worker.terminate()
    const limit = setTimeout(stop, Math.min(limits.maxMilliseconds + GRACE_MS, MAX_TIMER_MS)).unref()
    worker.on('message', (message: CheckMessage) => {
      if ('progress' in message) onProgress(message.progress)
      else resolve(message.report)
    })
    worker.once('error', (error: Error) => reject(isOutOfMemory(error) ? new ThreadLimitError(error.message) : error))
    worker.once('exit', () => {
      clearTimeout(limit)
      signal.removeEventListener('abort', cancel)
      reject(new ThreadLimitError('The check ended before it had a result.'))
    })
  })
}
