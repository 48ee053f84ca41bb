import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { findWorker } from '../../findWorker.ts'
import { findRepositoryFolder } from '../../start/repositoryFolder.ts'

/**
 * Identifies the code of the checker and of the engine that it runs: a hash. A build names its chunks by their content,
 * so the file that imports them is enough.
 */
export async function readCheckerVersion(): Promise<string> {
  const program = fileURLToPath(findWorker('checkWorker', import.meta.url))
  const hash = createHash('sha256')
  if (!program.endsWith('.ts')) return hash.update(await readFile(program)).digest('hex')
  const folder = join(findRepositoryFolder(), 'story', 'src')
  const files = (await readdir(folder, { recursive: true })).filter(isCode).toSorted()
  for (const file of files) hash.update(`${file}\0`).update(await readFile(join(folder, file)))
  return hash.digest('hex')
}

const isCode = (file: string): boolean =>
  file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.startsWith('testSupport')
