import { parentPort, workerData } from 'node:worker_threads'
import { checkGamebook } from '@llm-gamebook/story'
import { z } from 'zod'

const { text, maxStates } = z.object({ text: z.string(), maxStates: z.number() }).parse(workerData)
const { findings, explored } = checkGamebook(text, { maxStates })
parentPort?.postMessage({ findings, explored })
