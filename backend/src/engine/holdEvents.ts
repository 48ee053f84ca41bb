import type { TurnEvent } from './turnEvent.ts'

export interface HeldEvents {
  readonly emit: (event: TurnEvent) => void
  /** Publishes the events that were held back, in order. Later events are published at once. */
  readonly release: () => void
}

/** Holds the events of a turn back until its request is on its way, because publishing takes time. */
export function holdEvents(publish: (event: TurnEvent) => void): HeldEvents {
  let held: TurnEvent[] | null = []
  return {
    emit(event) {
      if (held === null) publish(event)
      else held.push(event)
    },
    release() {
      const events = held ?? []
      held = null
      for (const event of events) publish(event)
    },
  }
}
