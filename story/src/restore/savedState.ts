import { z } from 'zod'

import type { Json } from '../json.ts'
import { STATE_VERSION } from '../state/storyState.ts'

const anything = z.json()
const byId = <Item extends z.ZodType>(item: Item) => z.record(z.string(), item)

/** Lenient, because `restoreState` repairs each part separately. */
export const SavedState = z.object({
  version: anything.optional(),
  entities: byId(anything).catch({}),
  visited: byId(anything).catch({}),
  triggers: byId(anything).catch({}),
  rng: anything.optional(),
  ended: anything.optional(),
  visits: anything.optional(),
  discussed: anything.optional(),
  expecting: anything.optional(),
  nudged: anything.optional(),
})

export const SavedVersion = z.literal([1, STATE_VERSION]).optional()

export const SavedRng = z.object({ seed: z.int().min(0).max(0xffff_ffff), counter: z.int().nonnegative() })

export const SavedTrigger = z.object({
  on: z.boolean(),
  fired: z.int().nonnegative(),
  error: z.string().exactOptional(),
})

export const SavedEnding = z.union([
  z.object({ graph: z.string(), node: z.string(), title: z.string(), kind: z.enum(['good', 'bad', 'neutral']) }),
  z.object({ reason: z.string().nullable() }),
])

export const SavedFields = byId(anything)

export const SavedCount = z.int().positive()

export const SavedQuestion = z.object({ entity: z.string(), topic: z.string() })

/** The older form of an entity in a field. */
export const OlderReference = z.strictObject({ type: z.string(), target: z.string() })

export function isJsonObject(stored: unknown): stored is { readonly [key: string]: Json } {
  return byId(anything).safeParse(stored).success
}
