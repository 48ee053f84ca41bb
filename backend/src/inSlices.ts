import { setImmediate as nextTurn } from 'node:timers/promises'

const SLICE_MS = 10

/** Maps many values. After each slice of time, whatever else waits has its turn. */
export async function mapInSlices<From, To>(
  values: readonly From[],
  map: (value: From, index: number) => To | Promise<To>,
): Promise<To[]> {
  const mapped: To[] = []
  let endsAt = performance.now() + SLICE_MS
  for (const [index, value] of values.entries()) {
    mapped.push(await map(value, index))
    if (performance.now() < endsAt) continue
    await nextTurn()
    endsAt = performance.now() + SLICE_MS
  }
  return mapped
}
