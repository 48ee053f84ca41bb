/** Costs beyond this count as this. */
export const MAX_COST = 2 ** 29

/** Costs below it have a level each. */
const EXACT_BITS = 10

/** How many bits tell larger costs apart. */
const SHARE_BITS = 7

/** A number for costs that are nearly the same: each below 1,024, larger ones to less than a hundredth. */
export function levelOf(cost: number): number {
  if (cost < 2 ** EXACT_BITS) return cost
  const bits = 31 - Math.clz32(cost)
  const share = (cost >>> (bits - SHARE_BITS)) & (2 ** SHARE_BITS - 1)
  return 2 ** EXACT_BITS + (bits - EXACT_BITS) * 2 ** SHARE_BITS + share
}

export const LEVELS = levelOf(MAX_COST) + 1
