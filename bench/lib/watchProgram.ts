import type { Program } from './startProgram.ts'
import { watchMemory } from './watchMemory.ts'

export interface ProgramLoad {
  /** Of all threads. */
  readonly processorMs: number
  readonly peakMib: number
  readonly loopDelayP99Ms: number
}

const UNKNOWN: ProgramLoad = { processorMs: NaN, peakMib: NaN, loopDelayP99Ms: NaN }

/** Watches a program until `stop`. Null stands for a program that is not measured. */
export async function watchProgram(program: Program | null): Promise<{ stop(): Promise<ProgramLoad> }> {
  if (program === null) return { stop: async () => UNKNOWN }
  const { pid, probe } = program
  const memory = watchMemory(pid)
  const before = await probe.processorTime()
  await probe.watchLoop()
  return {
    async stop() {
      const { p99Ms } = await probe.readLoop()
      const processorMs = (await probe.processorTime()) - before
      return { processorMs, peakMib: memory.stop(), loopDelayP99Ms: p99Ms }
    },
  }
}
