import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import type { Server } from './startServer.ts'

/** Writes a gamebook into the user's folder. */
export async function writeGamebook({ dataFolder }: Server, id: string, source: string): Promise<void> {
  const file = join(dataFolder, 'gamebooks', id, 'llm-gamebook.yaml')
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, source)
}
