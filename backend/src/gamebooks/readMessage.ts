import type { PortableReport } from '@llm-gamebook/story'
import { z } from 'zod'

/** What the program that reads gamebooks gets. */
export const ReadRequest = z.object({
  source: z.union([z.string(), z.custom<Uint8Array>((given) => given instanceof Uint8Array)]),
  file: z.string(),
  /** How much processor time it may take. */
  maxMs: z.number(),
  maxMemoryMb: z.number(),
})
export type ReadRequest = z.infer<typeof ReadRequest>

/** Why a file was not read. `ended`: for no reason that is known. */
export type ReadFailure = 'time' | 'memory' | 'ended'

/** What the program answers. */
export type ReadAnswer = { readonly report: PortableReport } | { readonly failure: ReadFailure }
