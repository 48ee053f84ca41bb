/** An addition that stops at limits. */
export interface Sum {
  readonly amount: number
  readonly min: number
  readonly max: number
}

export function addTo(value: number, { amount, min, max }: Sum): number {
  return clamp(value + amount, min, max)
}

/** One addition for two that follow each other. Exact for whole numbers only. */
export function combineSums(first: Sum, { amount, min, max }: Sum): Sum {
  return {
    amount: first.amount + amount,
    min: clamp(first.min + amount, min, max),
    max: clamp(first.max + amount, min, max),
  }
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), max)
}
