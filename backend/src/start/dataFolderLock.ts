import { join } from 'node:path'

import { errorCodes } from '../errorCodes.ts'
import { StartupError } from './startupError.ts'

export interface DataFolderLock {
  release(): void
}

/**
 * Keeps other servers off a data folder: each would end the running turns of the other. The operating system holds
 * the lock on a file, so it ends with its process in any case. Throws `StartupError`.
 */
export async function lockDataFolder(folder: string): Promise<DataFolderLock> {
  const { default: Sqlite } = await import('better-sqlite3')
  const file = new Sqlite(join(folder, 'llm-gamebook.lock'), { timeout: 0 })
  try {
    file.exec('begin exclusive')
  } catch (error) {
    file.close()
    if (!errorCodes(error).some((code) => code.startsWith('SQLITE_BUSY'))) throw error
    throw new StartupError(
      `LLM Gamebook is already running with the data folder ${folder}. Open its page, stop it, ` +
        'or set LLM_GAMEBOOK_DATA_DIR to another folder.',
    )
  }
  return { release: () => void file.close() }
}
