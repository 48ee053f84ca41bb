import { join } from 'node:path'

import type { LibraryFolders } from '../gamebooks/library.ts'
import { findRepositoryFolder } from './repositoryFolder.ts'

/** The folders of the shipped gamebooks and of the user's own ones. */
export function gamebookFolders(dataFolder: string): LibraryFolders {
  return { example: join(findRepositoryFolder(), 'gamebooks'), local: join(dataFolder, 'gamebooks') }
}

/** The folder of the scripts of the benchmark. */
export const benchmarkFolder = (): string => join(findRepositoryFolder(), 'bench', 'gamebooks')

/** The folder that keeps results of gamebook checks. It may be deleted at any time. */
export function checksFolderIn(dataFolder: string): string {
  return join(dataFolder, 'checks')
}
