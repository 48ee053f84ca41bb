/** Calls each of many listeners once per period. */
export interface Heartbeat {
  /** Returns a function that ends the calls. */
  add(beat: () => void): () => void
}

const PERIOD_MS = 15_000
const SLOTS = 60

/** One timer serves all. It spreads the calls over the period, so thousands of streams don't hold up anything else. */
export function createHeartbeat(periodMs = PERIOD_MS): Heartbeat {
  const slots = Array.from({ length: SLOTS }, () => new Set<() => void>())
  let size = 0
  let current = 0
  let timer: NodeJS.Timeout | undefined

  const beatNext = (): void => {
    current = (current + 1) % SLOTS
    for (const beat of slots[current] ?? []) beat()
  }

  return {
    add(beat) {
      const slot = slots.reduce((emptiest, other) => (other.size < emptiest.size ? other : emptiest))
      slot.add(beat)
      size += 1
      timer ??= setInterval(beatNext, periodMs / SLOTS).unref()
      return () => {
        if (slot.delete(beat)) size -= 1
        if (size > 0) return
        clearInterval(timer)
        timer = undefined
      }
    },
  }
}
