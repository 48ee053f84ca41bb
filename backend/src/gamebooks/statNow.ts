import { type Stats, statSync } from 'node:fs'

/**
 * The state of a file or folder, links followed; null if there is none. Synchronous, because the operating system
 * answers from memory in a few microseconds, while the thread pool makes callers wait when 200 turns start at once.
 */
export function statNow(path: string): Stats | null {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? null
  } catch {
    return null
  }
}
