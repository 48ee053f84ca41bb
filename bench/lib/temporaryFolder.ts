import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { atExit } from './atExit.ts'

export interface TemporaryFolder {
  readonly path: string
  readonly remove: () => void
}

/** A new folder, which is deleted when this process ends, at the latest. */
export function createTemporaryFolder(): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), 'llm-gamebook-bench-'))
  // A server that is still stopping may write into it.
  const remove = (): void => rmSync(path, { recursive: true, force: true, maxRetries: 3 })
  const takeBack = atExit(remove)
  return {
    path,
    remove() {
      takeBack()
      remove()
    },
  }
}
