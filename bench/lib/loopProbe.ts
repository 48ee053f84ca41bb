import type { ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/** The flags that load the probe into a program, which needs an IPC channel. */
export const PROBE_FLAGS: readonly string[] = [
  '--import',
  fileURLToPath(new URL('../programs/loopProbe.mjs', import.meta.url)),
]

const LoopReading = z.object({
  /** The longest time during which nothing else could run. */
  longestMs: z.number(),
  /** Of the delays of a timer that is due every millisecond. */
  p99Ms: z.number(),
  /** The time during which the loop was not waiting for events. */
  busyMs: z.number(),
})
export type LoopReading = z.infer<typeof LoopReading>

/** What a program says about its own process. One question at a time. */
export interface LoopProbe {
  watchLoop(): Promise<void>
  /** The delays of the event loop of the main thread since `watchLoop`. */
  readLoop(): Promise<LoopReading>
  /** Milliseconds of all threads since the start. */
  processorTime(): Promise<number>
}

export function createLoopProbe(child: ChildProcess): LoopProbe {
  const ask = (question: keyof LoopProbe): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const onExit = (): void => reject(new Error('The program ended while it was measured.'))
      child.once('exit', onExit)
      child.once('message', (message) => {
        child.off('exit', onExit)
        resolve(Answered.parse(message).answer)
      })
      child.send(question)
    })
  return {
    watchLoop: async () => {
      await ask('watchLoop')
    },
    readLoop: async () => LoopReading.parse(await ask('readLoop')),
    processorTime: async () => z.number().parse(await ask('processorTime')),
  }
}

const Answered = z.object({ answer: z.unknown().optional() })
