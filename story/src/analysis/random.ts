/** Pseudorandom numbers that are the same for the same seed. They are not the dice of a story, which are in its state. */
export interface Random {
  /** A number from 0 up to, but not including, 1. */
  readonly real: () => number
  /** A random item. Undefined for an empty list. */
  readonly pick: <Item>(items: readonly Item[]) => Item | undefined
}

export function createRandom(seed: number): Random {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0
  const real = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return { real, pick: (items) => items[Math.floor(real() * items.length)] }
}
