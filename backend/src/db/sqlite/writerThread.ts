import { Worker } from 'node:worker_threads'

import { findWorker } from '../../findWorker.ts'
import { UnconfirmedWriteError, WriterEndedError } from '../writeErrors.ts'
import type { Outcome, Writer } from './command.ts'
import { type SentOutcome, type ToWriter, toOutcome } from './writerMessages.ts'

/** Enough for a few statements and their values. A larger heap would only be collected later. */
const MEMORY = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 64 }
/** If the thread ends this often within a minute, something is wrong. */
const MAX_ENDS = 5
const MINUTE_MS = 60_000

export interface WriterThreadOptions {
  readonly file: string
  /** Called when the thread has ended unexpectedly. */
  readonly onEnd: (error: unknown) => void
  /** The code of the thread. */
  readonly program?: URL
}

/**
 * Writes to a file on a thread of its own, which starts with the first command. If it ends, the command in progress
 * throws `UnconfirmedWriteError`, and the next one starts a new thread, unless this happens too often.
 */
export function createWriterThread({ file, onEnd, program }: WriterThreadOptions): Writer {
  const code = program ?? findWorker('writerWorker', import.meta.url)
  let worker: Worker | undefined
  /** The commands that have no answer yet, in order: a transaction may send several at once. */
  let running: PromiseWithResolvers<readonly Outcome[]>[] = []
  let isClosing = false
  const ends: number[] = []

  const start = (): Worker => {
    if (ends.length >= MAX_ENDS && performance.now() - (ends.at(-MAX_ENDS) ?? 0) < MINUTE_MS) {
      throw new WriterEndedError(`The thread that writes to the database ended ${MAX_ENDS} times within a minute.`)
    }
    const started = new Worker(code, {
      workerData: file,
      resourceLimits: MEMORY,
    })
    let cause: unknown
    started.on('message', (sent: readonly SentOutcome[]) => {
      const answered = running.shift()
      if (running.length === 0) started.unref()
      answered?.resolve(sent.map(toOutcome))
    })
    started.once('error', (error) => {
      cause = error
    })
    started.once('exit', () => {
      worker = undefined
      const error = new UnconfirmedWriteError('The thread that writes to the database ended unexpectedly.', { cause })
      const unanswered = running
      running = []
      for (const { reject } of unanswered) reject(error)
      if (isClosing) return
      ends.push(performance.now())
      onEnd(error)
    })
    return started
  }

  return {
    async run(command) {
      worker ??= start()
      const answer = Promise.withResolvers<readonly Outcome[]>()
      // Only a write in progress keeps the process alive.
      worker.ref()
      worker.postMessage(command satisfies ToWriter)
      running.push(answer)
      return answer.promise
    },
    async close() {
      isClosing = true
      if (worker === undefined) return
      const ended = new Promise((resolve) => worker?.once('exit', resolve))
      worker.ref()
      worker.postMessage('close' satisfies ToWriter)
      await ended
    },
  }
}
