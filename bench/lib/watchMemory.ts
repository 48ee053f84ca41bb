import { residentMemory } from './residentMemory.ts'

const SAMPLE_EVERY_MS = 500

/** Watches the memory of a process until `stop`, which returns its peak in MiB. */
export function watchMemory(pid: number) {
  let peakMib = residentMemory(pid)
  const timer = setInterval(() => {
    peakMib = Math.max(peakMib, residentMemory(pid))
  }, SAMPLE_EVERY_MS)
  return {
    stop(): number {
      clearInterval(timer)
      return peakMib
    },
  }
}
