import type { FastifyBaseLogger } from 'fastify'

import { type Database, type DatabaseLocation, openDatabase } from '../db/database.ts'
import type { DatabaseHealth } from '../db/databaseHealth.ts'
import { migrate } from '../db/migrate.ts'
import { createKeyCipher } from '../models/keys/keyCipher.ts'

/** Opens the database and brings its tables up to date. A copy is made before an existing one changes. */
export async function prepareDatabase(
  location: DatabaseLocation,
  secret: string,
  { health, logger }: { readonly health: DatabaseHealth; readonly logger: FastifyBaseLogger },
): Promise<Database> {
  const db = await openDatabase(location, health.noteError)
  try {
    const tools = { keyCipher: createKeyCipher(secret), report: (sentence: string) => logger.warn(sentence) }
    await (location.kind === 'postgres' ? migrate(db, tools) : migrateWithCopy(db, location.file, tools))
    return db
  } catch (error) {
    await db.destroy()
    throw error
  }
}

async function migrateWithCopy(db: Database, file: string, tools: Parameters<typeof migrate>[1]): Promise<void> {
  const { copyBeforeStep, removeUpgradeCopies } = await import('../db/backups/upgradeCopies.ts')
  await migrate(db, { ...tools, backUp: async (step) => copyBeforeStep(file, step) })
  await removeUpgradeCopies(file)
}
