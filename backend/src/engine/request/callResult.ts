import type { CallResult, Json } from '@llm-gamebook/story'
import { z } from 'zod'

const texts = z.array(z.string())

const Stored = z.union([
  z.object({
    result: z.literal('applied'),
    check: z.enum(['passed', 'failed']).exactOptional(),
    changed: texts,
    narrations: texts.exactOptional(),
  }),
  // What version 0.1 stored.
  z
    .object({ result: z.literal('success'), facts: texts.default([]), narrations: texts.exactOptional() })
    .transform(({ facts: changed, narrations }) => ({
      result: 'applied' as const,
      changed,
      ...(narrations !== undefined && { narrations }),
    })),
  z.object({ result: z.literal('refused'), code: z.string().default(''), reason: z.string() }),
  z.object({ result: z.literal('error'), code: z.string(), message: z.string(), valid: texts }),
])

/** The stored result of a call, whichever version stored it; null for anything else. */
export function readCallResult(stored: Json): CallResult | null {
  const read = Stored.safeParse(stored)
  return read.success ? read.data : null
}

/** A stored result as a request sends it: in the words of this version, else as it is stored. */
export function toSentResult(stored: Json): Json {
  const read = readCallResult(stored)
  return read?.result === 'applied' ? { ...read } : stored
}

/** Whether the result says that the call itself was wrong. Later turns leave such calls out. */
export function isErrorResult(stored: Json): boolean {
  return readCallResult(stored)?.result === 'error'
}
