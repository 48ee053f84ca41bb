import type { KnownExits } from '@llm-gamebook/story'
import { z } from 'zod'

/** The exits that the player knew of after an answer. */
export const StoredExits = z.array(
  z.object({ graphId: z.string(), nodeId: z.string(), edgeIds: z.array(z.string()) }),
) satisfies z.ZodType<readonly KnownExits[]>
