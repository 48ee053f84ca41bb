import { lockPostgres, type DatabaseLock } from '../db/postgresLock.ts'
import type { Config } from './config.ts'
import { lockDataFolder } from './dataFolderLock.ts'
import { StartupError } from './startupError.ts'

/** Keeps other servers off the data folder and off the database, whichever it is. Throws `StartupError`. */
export async function lockStorage({ database, dataFolder }: Config): Promise<DatabaseLock> {
  const folder = await lockDataFolder(dataFolder)
  if (database.kind === 'sqlite') {
    return { confirm: async () => {}, taken: new Promise(() => {}), release: async () => folder.release() }
  }
  try {
    const lock = (await lockPostgres(database.url)) ?? refuse(new URL(database.url))
    return { ...lock, release: async () => lock.release().finally(() => folder.release()) }
  } catch (error) {
    folder.release()
    throw error
  }
}

function refuse({ host, pathname }: URL): never {
  throw new StartupError(
    `LLM Gamebook is already running with the PostgreSQL database ${decodeURIComponent(pathname.slice(1))} at ${host}. ` +
      'Open its page, stop it, or set DATABASE_URL to another database.',
  )
}
