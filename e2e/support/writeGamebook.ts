import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import type { Server } from './startServer.ts'

/** Puts a gamebook among the user's own. */
export async function writeGamebook({ dataFolder }: Server, id: string, source: string): Promise<void> {
  const file = join(dataFolder, 'gamebooks', id, 'llm-gamebook.yaml')
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, source)
}
