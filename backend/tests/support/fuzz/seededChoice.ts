/** Makes the same choices every time. */
export interface Choice {
  pick<Item>(items: readonly Item[]): Item
  /** True with this probability. */
  happens(probability: number): boolean
}

export function seededChoice(seed: number): Choice {
  let state = seed
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  return {
    pick(items) {
      const item = items[Math.floor(next() * items.length)]
      if (item === undefined) throw new Error('There is nothing to choose from.')
      return item
    },
    happens: (probability) => next() < probability,
  }
}
