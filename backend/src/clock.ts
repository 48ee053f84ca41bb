import { v7 } from 'uuid'

/** The time and new ids. `createServices` passes them on; nothing else reads them. */
export interface Clock {
  /** ISO 8601, UTC. */
  readonly now: () => string
  /** A new id. Later ids sort behind earlier ones. */
  readonly newId: () => string
}

export const systemClock: Clock = { now: () => new Date().toISOString(), newId: () => v7() }
