/** Whether a value that was parsed from JSON has more levels of lists and objects than `max`. Needs no stack of its own. */
export function isDeeperThan(value: unknown, max: number): boolean {
  let level: readonly unknown[] = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > max) return true
    level = level.flatMap((one) => (isNested(one) ? Object.values(one) : [])).filter(isNested)
  }
  return false
}

const isNested = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
