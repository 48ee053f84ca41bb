import { driftKinds } from '@llm-gamebook/story'
import { z } from 'zod'

/** A passage of an answer that differs from what the engine knows, as it was found at the end of the answer. */
export const DriftFinding = z
  .object({
    kind: z.enum(driftKinds),
    certainty: z.enum(['exact', 'sure', 'fair']),
    /** The text part, and the passage in its text. */
    partId: z.string(),
    start: z.int().nonnegative(),
    end: z.int().nonnegative(),
    fact: z.string().describe('What is true instead, in one sentence that gives nothing away'),
  })
  .meta({ id: 'DriftFinding' })
export type DriftFinding = z.infer<typeof DriftFinding>

/** Whether code can be so sure that readers see it, and later requests say what is true. */
export const isMarked = ({ certainty }: DriftFinding): boolean => certainty !== 'fair'
