import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { Server } from './startServer.ts'

/** Puts a gamebook among the user's own; returns its folder. */
export async function writeGamebook({ dataFolder }: Server, id: string, source: string): Promise<string> {
  const folder = join(dataFolder, 'gamebooks', id)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'llm-gamebook.yaml'), source)
  return folder
}
