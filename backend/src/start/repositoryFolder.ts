import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder that contains the shipped gamebooks and the web app, for source and built code. */
export function findRepositoryFolder(start = import.meta.dirname): string {
  let folder = start
  while (!existsSync(join(folder, 'gamebooks')) || !existsSync(join(folder, 'frontend'))) {
    const above = dirname(folder)
    if (above === folder) throw new Error("The server can't find its gamebooks and web app.")
    folder = above
  }
  return folder
}
