import { parentPort, workerData } from 'node:worker_threads'
import { playRandom, readGamebook } from '@llm-gamebook/story'
import { z } from 'zod'

const Order = z.object({ text: z.string(), seed: z.number(), runs: z.number(), maxSteps: z.number() })

const REPORT_EVERY = 20

const { text, ...order } = Order.parse(workerData)
const { gamebook } = readGamebook(text)
if (gamebook === null) throw new Error('A gamebook with errors was passed to a worker.')
parentPort?.postMessage({
  plays: playRandom(gamebook, {
    ...order,
    onRun(runs) {
      if (runs % REPORT_EVERY === 0) parentPort?.postMessage({ runs })
      return true
    },
  }),
})
