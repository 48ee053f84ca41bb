import { setTimeout } from 'node:timers/promises'
import { v7 } from 'uuid'

/** The time, waits and new ids. `createServices` passes them on; nothing else reads them. */
export interface Clock {
  /** ISO 8601, UTC. */
  readonly now: () => string
  /** A new id. Later ids sort after earlier ones. */
  readonly newId: () => string
  /** A pause between attempts. It doesn't keep the process running. */
  readonly wait: (milliseconds: number) => Promise<void>
}

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  newId: () => v7(),
  wait: (milliseconds) => setTimeout(milliseconds, undefined, { ref: false }),
}
