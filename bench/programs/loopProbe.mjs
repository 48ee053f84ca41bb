import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

/**
 * Loaded into a program with `--import`, so it is small and needs no compiler. It reports to the bench, over IPC, how long the
 * main thread's event loop was blocked and how much processor time the process took. The histogram itself has a
 * cost, so it runs only while a measure watches the loop.
 */
const RESOLUTION_MS = 1

const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
let used = performance.eventLoopUtilization()

/** The histogram records nothing before its second timer. */
async function watchLoop() {
  histogram.reset()
  histogram.enable()
  await nextTimer()
  used = performance.eventLoopUtilization()
}

async function readLoop() {
  const { active } = performance.eventLoopUtilization(used)
  await nextTimer()
  histogram.disable()
  return { longestMs: toDelay(histogram.max), p99Ms: toDelay(histogram.percentile(99)), busyMs: active }
}

/** Waits until the histogram has recorded everything so far. */
async function nextTimer() {
  const { count } = histogram
  while (histogram.count < count + 2) {
    await new Promise((resolve) => {
      setTimeout(resolve, RESOLUTION_MS)
    })
  }
}

/**
 * The histogram records the time from one of its timers to the next.
 *
 * @param {number} nanoseconds
 */
const toDelay = (nanoseconds) => Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS)

function processorTime() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** @type {Readonly<Record<string, () => unknown>>} */
const ANSWERS = { watchLoop, readLoop, processorTime }

if (isMainThread && process.channel) {
  // Programs that this one starts have messages of their own.
  process.execArgv.splice(process.execArgv.indexOf('--import'), 2)
  process.on('message', async (question) => {
    process.send?.({ answer: await ANSWERS[String(question)]?.() })
  })
  process.channel.unref()
}
