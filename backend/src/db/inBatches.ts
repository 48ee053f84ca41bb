import { setImmediate } from 'node:timers/promises'

/** The parts of a long list. Between two of them, other work runs. */
export async function* inBatches<Item>(items: readonly Item[], size: number): AsyncGenerator<readonly Item[]> {
  for (let start = 0; start < items.length; start += size) {
    if (start > 0) await setImmediate()
    yield items.slice(start, start + size)
  }
}
