import { parentPort, workerData } from 'node:worker_threads'
import { checkGamebook } from '@llm-gamebook/story'

import { type CheckMessage, CheckTask } from './checkMessage.ts'

const MS_BETWEEN_REPORTS = 150

const { text, limits, ...task } = CheckTask.parse(workerData)
const send = (message: CheckMessage): void => parentPort?.postMessage(message)

let reported = performance.now()
const { findings, explored, summary } = checkGamebook(text, {
  ...limits,
  ...task,
  now: () => performance.now(),
  onProgress(progress) {
    if (performance.now() - reported > MS_BETWEEN_REPORTS) {
      reported = performance.now()
      send({ progress })
    }
    return true
  },
})
send({ report: { findings, explored, summary } })
