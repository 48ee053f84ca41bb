import { parentPort } from 'node:worker_threads'
import { readGamebook, toPortableReport } from '@llm-gamebook/story'

import { type ReadAnswer, ReadRequest } from './readMessage.ts'

/** Reads one gamebook after the other. */
parentPort?.on('message', (message: unknown) => {
  const { source, file } = ReadRequest.parse(message)
  const answer: ReadAnswer = { report: toPortableReport(readGamebook(source, { file })) }
  parentPort?.postMessage(answer)
})
