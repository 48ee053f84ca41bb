import { z } from 'zod'

import { GamebookError } from '../errors.ts'
import { createState } from './createState.ts'
import { STATE_VERSION, type StoryState } from './storyState.ts'

const byId = <Item extends z.ZodType>(item: Item) => z.record(z.string(), item)

const Ended = z.union([
  z.object({ graph: z.string(), node: z.string(), title: z.string(), kind: z.enum(['good', 'bad', 'neutral']) }),
  z.object({ reason: z.string().nullable() }),
])

const Stored = z.object({
  version: z.literal([1, STATE_VERSION]),
  entities: byId(byId(z.json())),
  visited: byId(z.array(z.string())),
  triggers: byId(z.object({ on: z.boolean(), fired: z.int().nonnegative(), error: z.string().exactOptional() })),
  rng: z.object({ seed: z.int().nonnegative(), counter: z.int().nonnegative() }),
  ended: Ended.exactOptional(),
  visits: byId(byId(z.int().positive())).exactOptional(),
  discussed: byId(z.array(z.string())).exactOptional(),
  expecting: z.object({ entity: z.string(), topic: z.string() }).exactOptional(),
  nudged: z.literal(true).exactOptional(),
})

/** Reads a state of version 1 or 2. Throws `StateError` for a newer version and for an unreadable state. */
export function parseState(stored: unknown): StoryState {
  const result = Stored.safeParse(stored)
  if (!result.success) throw new StateError(stored, result.error)
  return createState(result.data)
}

export class StateError extends GamebookError {
  override readonly name = 'StateError'
  readonly code: 'state-version' | 'state-invalid'

  constructor(stored: unknown, cause: unknown) {
    const isNewer = z.object({ version: z.int().gt(STATE_VERSION) }).safeParse(stored).success
    super(
      isNewer ? 'A newer version of the app saved this story.' : "This saved story can't be read.",
      isNewer
        ? 'Update the app, then open the story again.'
        : 'Start the gamebook over, or go back to an earlier message.',
      { cause },
    )
    this.code = isNewer ? 'state-version' : 'state-invalid'
  }
}
