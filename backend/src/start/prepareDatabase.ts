import type { FastifyBaseLogger } from 'fastify'

import { type Database, type DatabaseLocation, openDatabase } from '../db/database.ts'
import type { DatabaseHealth } from '../db/databaseHealth.ts'
import { migrate } from '../db/migrate.ts'
import { createKeyCipher } from '../models/keys/keyCipher.ts'

interface Reports {
  readonly health: DatabaseHealth
  readonly logger: FastifyBaseLogger
}

/** Brings the tables up to date and opens the database. A copy is made before an existing one changes. */
export async function prepareDatabase(
  location: DatabaseLocation,
  secret: string,
  { health, logger }: Reports,
): Promise<Database> {
  const tools = {
    keyCipher: createKeyCipher(secret),
    announce: (sentence: string) => logger.info(sentence),
    report: (sentence: string) => logger.warn(sentence),
  }
  if (location.kind === 'postgres') {
    return migrated(await openDatabase(location, health.noteError), (db) => migrate(db, tools))
  }
  // Nothing else runs yet, so a thread for writes would only cost time.
  const here = await openDatabase({ ...location, writesHere: true }, health.noteError)
  await (await migrated(here, (db) => migrateWithCopy(db, location.file, tools))).destroy()
  const onWriterEnd = (err: unknown): void => logger.error({ err }, WRITER_ENDED)
  return openDatabase({ ...location, onWriterEnd }, health.noteError)
}

const WRITER_ENDED = 'The thread that writes to the database ended unexpectedly. The next change starts a new one.'

async function migrated(db: Database, run: (db: Database) => Promise<void>): Promise<Database> {
  try {
    await run(db)
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
