import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

const MAX_FILES = 200
const MAX_BYTES = 64 * 1024 * 1024
const RESULT = /^[0-9a-f]{64}\.json$/
/** A result that is being written, or that was when its program was killed. */
const DRAFT = /^[0-9a-f]{64}\.json\.[0-9a-f-]{36}\.tmp$/
/** No result takes as long to write. */
const MAX_DRAFT_MS = 60_000

/**
 * Removes drafts of programs that were killed, and results beyond the limits: first those that were not used for longest.
 * Other files are left alone.
 */
export async function tidyCheckFolder(folder: string, now: number): Promise<void> {
  const names = await readdir(folder)
  const drafts = await statAll(folder, names.filter(matches(DRAFT)))
  const results = await statAll(folder, names.filter(matches(RESULT)))
  let bytes = 0
  const removed = [
    ...drafts.filter(({ usedAt }) => usedAt < now - MAX_DRAFT_MS),
    ...results
      .toSorted((a, b) => b.usedAt - a.usedAt)
      .filter(({ size }, index) => (bytes += size) > MAX_BYTES || index >= MAX_FILES),
  ]
  await Promise.all(removed.map(({ name }) => rm(join(folder, name), { force: true })))
}

const matches =
  (pattern: RegExp) =>
  (name: string): boolean =>
    pattern.test(name)

function statAll(folder: string, names: readonly string[]) {
  return Promise.all(
    names.map(async (name) => {
      const { mtimeMs = 0, size = 0 } = (await stat(join(folder, name)).catch(() => null)) ?? {}
      return { name, usedAt: mtimeMs, size }
    }),
  )
}
