import { Worker } from 'node:worker_threads'

import { findWorker } from '../findWorker.ts'
import { isOutOfMemory } from '../isOutOfMemory.ts'
import { type ReadAnswer, type ReadFailure, ReadRequest } from './readMessage.ts'

/** How often the time of the thread is measured. */
const MEASURE_MS = 50

let thread: Worker | null = null

/** Reads gamebooks on a thread and watches it. Ends with the server, whose end closes the channel. */
process.on('message', (message: unknown) => {
  const request = ReadRequest.parse(message)
  void read(request).then((answer) => process.send?.(answer))
})

/** The time that counts is the processor's: on a busy machine, the file is not at fault for the rest. */
async function read(request: ReadRequest): Promise<ReadAnswer> {
  const { promise, resolve } = Promise.withResolvers<ReadAnswer>()
  const reader = (thread ??= startThread(request.maxMemoryMb))
  const fail = (failure: ReadFailure): void => {
    thread = null
    void reader.terminate()
    resolve({ failure })
  }
  const before = process.cpuUsage()
  const watch = setInterval(() => {
    const { user, system } = process.cpuUsage(before)
    if (user + system > request.maxMs * 1000) fail('time')
  }, MEASURE_MS)
  const failed = (error: Error): void => fail(isOutOfMemory(error) ? 'memory' : 'ended')
  reader.once('message', resolve).once('error', failed)
  reader.postMessage(request)
  try {
    return await promise
  } finally {
    clearInterval(watch)
    reader.off('message', resolve).off('error', failed)
  }
}

/** It doesn't keep the process: without the channel, there is nothing left to read. */
function startThread(maxOldGenerationSizeMb: number): Worker {
  const started = new Worker(findWorker('readThread', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb } })
  started.unref()
  return started
}
