import { join } from 'node:path'

import { errorCodes } from '../errorCodes.ts'
import { StartupError } from './startupError.ts'

export interface DataFolderLock {
  release(): void
}

/**
 * Keeps other servers off a data folder: each would end the running turns of the other. The lock is the operating
 * system's, on a file, so it ends with its process however that ends. Throws `StartError`.
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
      `LLM Gamebook is running already with the data folder ${folder}: open its page, end it first, ` +
        'or set LLM_GAMEBOOK_DATA_DIR to another folder.',
    )
  }
  return { release: () => void file.close() }
}
