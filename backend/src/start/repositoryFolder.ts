import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder that holds the shipped gamebooks and the web app, wherever in it this code was built to. */
export function findRepositoryFolder(start = import.meta.dirname): string {
  let folder = start
  while (!existsSync(join(folder, 'gamebooks')) || !existsSync(join(folder, 'frontend'))) {
    const above = dirname(folder)
    if (above === folder) throw new Error('The server was moved away from its gamebooks and its web app.')
    folder = above
  }
  return folder
}
