/** Who enters a password. */
export interface Guesser {
  /** The network or the browser that wrong passwords are counted for. */
  readonly name: string
  /** Entered the right password before, or is this machine: the limit for all together doesn't apply. */
  readonly isKnown: boolean
}

export interface GuessLimit {
  /** The seconds until another password is compared; 0 if it is compared now. */
  readonly secondsLeft: (guesser: Guesser) => number
  readonly addWrong: (guesser: Guesser) => void
}

export interface GuessLimitOptions {
  /** In milliseconds. */
  readonly now: () => number
  /** Wrong passwords in a minute, of one guesser. */
  readonly each?: number
  /** Wrong passwords in a minute, of all guessers together that aren't known. */
  readonly together?: number
}

const MINUTE_MS = 60_000
/** A guesser that is forgotten still counts toward the limit for all. */
const MAX_COUNTED = 10_000

/** Counts wrong passwords, so a locked guesser can't learn whether the next one is right. */
export function createGuessLimit({ now, each = 20, together = 200 }: GuessLimitOptions): GuessLimit {
  const byName = new Map<string, Count>()
  let all: Count = { wrong: 0, endsAt: 0 }
  const secondsOf = (count: Count | undefined, max: number): number =>
    count === undefined || count.wrong < max || count.endsAt <= now() ? 0 : Math.ceil((count.endsAt - now()) / 1000)
  const added = (count: Count | undefined): Count =>
    count === undefined || count.endsAt <= now()
      ? { wrong: 1, endsAt: now() + MINUTE_MS }
      : { ...count, wrong: count.wrong + 1 }

  return {
    secondsLeft: ({ name, isKnown }) =>
      Math.max(secondsOf(byName.get(name), each), isKnown ? 0 : secondsOf(all, together)),
    addWrong({ name, isKnown }) {
      const count = added(byName.get(name))
      byName.delete(name)
      byName.set(name, count)
      if (!isKnown) all = added(all)
      const [oldest] = byName.keys()
      if (byName.size > MAX_COUNTED && oldest !== undefined) byName.delete(oldest)
    },
  }
}

interface Count {
  readonly wrong: number
  /** When counting starts again. */
  readonly endsAt: number
}
