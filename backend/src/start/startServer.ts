import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

import type { Config } from './config.ts'
import { createFolder } from '../createFolder.ts'
import { createServices } from '../createServices.ts'
import { createDatabaseHealth, isDamage } from '../db/databaseHealth.ts'
import { lockStorage } from './lockStorage.ts'
import { interruptStreaming } from '../db/models/messageQueries.ts'
import { settleLeftReservations } from '../db/models/reservations.ts'
import { prepareDatabase } from './prepareDatabase.ts'
import { readSecretFile } from './secretFile.ts'
import { interruptedByRestart } from './interruptedByRestart.ts'
import { describeDamage } from './describeDamage.ts'
import { isInContainer } from './isInContainer.ts'
import { createLogger } from '../logger.ts'
import { benchmarkFolder, checksFolderIn, gamebookFolders } from './gamebookFolders.ts'
import { removeDrafts } from './removeDrafts.ts'
import { startBackups } from './startBackups.ts'
import { findRepositoryFolder } from './repositoryFolder.ts'
import { createApp } from '../web/app.ts'

export interface RunningServer {
  readonly address: string
  /** Ends running turns as `stopped` and keeps their text. */
  close(): Promise<void>
}

/** config → database → engine → server. Settles when the first request can be answered. */
export async function startServer(config: Config): Promise<RunningServer> {
  const logger = createLogger(config.logLevel)
  await createFolder(config.dataFolder)
  const lock = await lockStorage(config)
  await removeDrafts(config.dataFolder)
  const secret = config.secret ?? (await readSecretFile(config.dataFolder))
  const health = createDatabaseHealth((damage) => logger.error({ damage }, describeDamage(config.database)))
  const db = await prepareDatabase(config.database, secret, { health, logger })

  const repository = findRepositoryFolder()
  const webAppFolder = join(repository, 'frontend', 'dist')
  const folders = gamebookFolders(config.dataFolder)
  const services = createServices({
    db,
    databaseDamage: () => (health.isDamaged() ? describeDamage(config.database) : null),
    secret,
    folders,
    benchmarkFolder: benchmarkFolder(),
    checksFolder: checksFolderIn(config.dataFolder),
    logger,
    environment: process.env,
    isInContainer: isInContainer(),
    confirmLock: lock.confirm,
  })
  void lock.taken.then(() => {
    logger.error('Another server has taken the database. Running turns stop.')
    return services.engine.stopAll()
  })
  const opened = Promise.withResolvers<void>()
  const app = await createApp(services, {
    logger,
    host: config.host,
    password: config.password,
    trustedProxies: config.trustedProxies,
    webAppFolder: existsSync(webAppFolder) ? webAppFolder : null,
    opened: opened.promise,
  })

  await app.listen({ host: config.host, port: config.port })
  // The lock rules out another server that runs the turns of this database.
  await interruptStreaming(db, interruptedByRestart, services.clock.now()).catch(ignoreDamage)
  await settleLeftReservations(db).catch(ignoreDamage)
  opened.resolve()
  services.requestTexts.start()
  services.deletedSessions.start()
  const backups = await startBackups(config, { health, logger, clock: services.clock })
  return {
    address: addressOf(config.host, app.server.address()),
    async close() {
      await services.engine.stopAll()
      await services.reports.stopAll()
      await services.summaries.close()
      await services.requests.settled()
      await services.requestTexts.stop()
      await services.deletedSessions.stop()
      await backups?.stop()
      await app.close()
      await db.destroy()
      await lock.release()
    },
  }
}

/** What can be read is served, and the health of the server says that the rest is damaged. */
function ignoreDamage(error: unknown): void {
  if (!isDamage(error)) throw error
}

function addressOf(host: string, address: AddressInfo | string | null): string {
  const port = typeof address === 'object' ? address?.port : undefined
  return `http://${host.includes(':') ? `[${host}]` : host}:${String(port)}`
}
