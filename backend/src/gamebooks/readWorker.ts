import { parentPort } from 'node:worker_threads'
import { readGamebook, toPortableReport } from '@llm-gamebook/story'
import { z } from 'zod'

const Request = z.object({ source: z.union([z.string(), z.instanceof(Uint8Array)]), file: z.string() })

/** Reads one gamebook after the other. */
parentPort?.on('message', (message: unknown) => {
  const { source, file } = Request.parse(message)
  parentPort?.postMessage(toPortableReport(readGamebook(source, { file })))
})
