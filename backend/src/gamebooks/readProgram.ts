import { readGamebook, toPortableReport } from '@llm-gamebook/story'
import { z } from 'zod'

const Request = z.object({ source: z.union([z.string(), z.instanceof(Uint8Array)]), file: z.string() })

/** Reads one gamebook after the other. Ends with the server, whose end closes the channel. */
process.on('message', (message: unknown) => {
  const { source, file } = Request.parse(message)
  process.send?.(toPortableReport(readGamebook(source, { file })))
})
