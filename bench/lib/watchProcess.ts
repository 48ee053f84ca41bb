import { processUsage } from './processUsage.ts'

const SAMPLE_EVERY_MS = 500

/** Watches the memory and the processor time of a process until `stop`. */
export function watchProcess(pid: number | null) {
  if (pid === null) return { stop: () => ({ cpuSeconds: NaN, peakMib: NaN }) }
  const before = processUsage(pid).cpuSeconds
  let peakMib = 0
  const timer = setInterval(() => {
    peakMib = Math.max(peakMib, processUsage(pid).residentMib)
  }, SAMPLE_EVERY_MS)
  return {
    stop: () => {
      clearInterval(timer)
      return { cpuSeconds: processUsage(pid).cpuSeconds - before, peakMib }
    },
  }
}
