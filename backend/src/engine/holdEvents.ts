import type { TurnEvent } from './turnEvent.ts'

export interface HeldEvents {
  readonly emit: (event: TurnEvent) => void
  /** Holds later events back. */
  readonly hold: () => void
  /** Publishes the events that were held back, in order. Later events are published at once. */
  readonly release: () => void
}

/** Holds the events of a turn back until `release`. */
export function holdEvents(publish: (event: TurnEvent) => void): HeldEvents {
  let held: TurnEvent[] | null = []
  return {
    emit(event) {
      if (held === null) publish(event)
      else held.push(event)
    },
    hold() {
      held ??= []
    },
    release() {
      const events = held ?? []
      held = null
      for (const event of events) publish(event)
    },
  }
}
