import { type Stats, statSync } from 'node:fs'

/**
 * The state of a file or folder, links followed; null if there is none. The system answers from memory in a few
 * microseconds, far sooner than a thread of the pool gets its turn while 200 turns begin.
 */
export function statNow(path: string): Stats | null {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? null
  } catch {
    return null
  }
}
