import { randomBytes } from 'node:crypto'
import type { FastifyBaseLogger } from 'fastify'

import type { Database } from './db/database.ts'
import { createKeyCipher } from './models/keys/keyCipher.ts'
import { createMessagePaths } from './db/messagePaths.ts'
import { createTurnReads } from './db/turnReads.ts'
import { createTurnStore } from './db/turnStore.ts'
import { isUnsaved } from './engine/answer/unsavedMessage.ts'
import { insertSummary } from './db/models/summaries.ts'
import { createSummaryWriter } from './engine/memory/summary/summaryWriter.ts'
import { createTurnEngine } from './engine/turnEngine.ts'
import { isLocalHost } from './models/address/localHost.ts'
import { createTurnLog } from './logTurn.ts'
import { createEnvironmentKeys } from './models/keys/environmentKeys.ts'
import { createCheckCache } from './gamebooks/checks/checkCache.ts'
import { createGamebookChecks } from './gamebooks/gamebookChecks.ts'
import { createGamebookReader } from './gamebooks/gamebookReader.ts'
import { createLibrary, type LibraryFolders } from './gamebooks/library.ts'
import { createPlayedGamebooks } from './gamebooks/playedGamebooks.ts'
import { type Clock, systemClock } from './clock.ts'
import { createRequestGate } from './budgets/requestGate.ts'
import { createBudgetStore } from './db/models/budgetStore.ts'
import { createRequestStore } from './db/models/requestStore.ts'
import { readKeptRequests } from './db/models/appSettings.ts'
import { removeRequestTexts } from './db/models/requestExpiry.ts'
import { createRequestTexts } from './requests/requestTexts.ts'
import { createRequestRecorder } from './requests/requestRecorder.ts'
import { createRecentTests } from './models/connectionTest/recentTests.ts'
import { createModelLists } from './models/list/modelLists.ts'
import type { AppServices } from './web/appServices.ts'
import { createDeletedSessions } from './web/deletedSessions.ts'
import { createLiveHub } from './web/live/liveHub.ts'
import { type CreateModel, createModelFromDbConfig } from './web/modelFactory.ts'
import { cacheModels } from './models/cacheModels.ts'
import { createModelReports } from './web/modelReports/modelReports.ts'
import { createTurnStarter } from './web/turnStarter.ts'

export interface ServiceOptions {
  readonly db: Database
  /** What to do about damage that was found in the database; null if none was. */
  readonly databaseDamage?: () => string | null
  /** Encrypts stored API keys. */
  readonly secret: string
  readonly folders: LibraryFolders
  /** The scripts of the benchmark; without it, no model can be measured. */
  readonly benchmarkFolder?: string
  /** Keeps results of gamebook checks; without it, they are kept in memory only. */
  readonly checksFolder?: string
  readonly logger: FastifyBaseLogger
  readonly createModel?: CreateModel
  /** Holds the API key variables of providers. */
  readonly environment?: NodeJS.ProcessEnv
  readonly isInContainer?: boolean
  /** Throws if another server has taken the database. */
  readonly confirmLock?: () => Promise<void>
  readonly clock?: Clock
  /** The seed of a new story's dice: an unsigned 32-bit number. */
  readonly newSeed?: () => number
  /** Aborts when a summary has taken too long; without it, after five minutes. */
  readonly newSummaryLimit?: () => AbortSignal
}

export function createServices({
  db,
  databaseDamage = () => null,
  secret,
  folders,
  benchmarkFolder = '',
  checksFolder,
  logger,
  createModel = createModelFromDbConfig,
  environment = {},
  isInContainer = false,
  confirmLock = async () => {},
  clock = systemClock,
  newSeed = () => randomBytes(4).readUInt32LE(),
  newSummaryLimit,
}: ServiceOptions): AppServices {
  const keys = { keyCipher: createKeyCipher(secret), environmentKeys: createEnvironmentKeys(environment) }
  const reader = createGamebookReader()
  const library = createLibrary(folders, reader)
  const playedGamebooks = createPlayedGamebooks(db, library, reader, clock.now)
  const live = createLiveHub()
  const paths = createMessagePaths(db, { isWatched: live.isActive })
  const logTurn = createTurnLog(logger)
  const requests = createRequestRecorder({
    store: createRequestStore(db),
    gate: createRequestGate(createBudgetStore(db), clock.now),
    clock,
    onFailure: (failure) => logger.warn({ err: failure }, 'A request could not be added to the record of requests.'),
  })
  const requestTexts = createRequestTexts({
    clock,
    readKept: () => readKeptRequests(db),
    remove: (before, signal) => removeRequestTexts(db, requests, before, signal),
    onFailure: (failure) => logger.warn({ err: failure }, 'Old texts of requests could not be removed.'),
  })
  const engine = createTurnEngine({
    requests,
    store: createTurnStore(db, clock.now),
    emit(sessionId, event) {
      live.emit(sessionId, event)
      if (event.type === 'message-start' || event.type === 'message-end') paths.extend(event.message)
      if (event.type === 'message-end' && !isUnsaved(event.message)) logTurn(event.message)
    },
    onFault: (fault) => logger.error({ err: fault }, 'A turn failed.'),
    onLost: (answer) => {
      const { sessionId, id: messageId } = answer
      logger.error({ sessionId, messageId }, 'The end of an answer could not be saved: only its saved part is kept.')
      logTurn(answer)
    },
    ...clock,
    newSeed,
  })
  const modelLists = createModelLists(clock, requests)
  const summaries = createSummaryWriter({
    insert: (summary) => insertSummary(db, summary),
    newId: clock.newId,
    now: clock.now,
    requests,
    isLocal: (host) => isLocalHost(new URL(`http://${host}`).hostname),
    onFailure: (sessionId, failure) => logger.warn({ sessionId, err: failure }, 'A summary could not be written.'),
    ...(newSummaryLimit !== undefined && { newTimeLimit: newSummaryLimit }),
  })
  const turns = createTurnStarter({
    clock,
    db,
    modelLists,
    ...keys,
    confirmLock,
    createModel: cacheModels(createModel),
    engine,
    live,
    playedGamebooks,
    reads: createTurnReads(db),
    paths,
    summaries,
    onFault: (fault) => logger.error({ err: fault }, 'A summary could not be planned.'),
  })
  return {
    clock,
    db,
    databaseDamage,
    ...keys,
    isInContainer,
    createModel,
    modelLists,
    recentTests: createRecentTests(clock),
    paths,
    library,
    checks: createGamebookChecks(checksFolder === undefined ? {} : { cache: createCheckCache(checksFolder) }),
    playedGamebooks,
    engine,
    live,
    turns,
    summaries,
    reports: createModelReports({
      ...{ db, clock, requests },
      findNarrator: turns.findNarrator,
      folder: benchmarkFolder,
      onFault: (fault) => logger.error({ err: fault }, 'A report on a model failed.'),
    }),
    requests,
    requestTexts,
    deletedSessions: createDeletedSessions({
      ...{ clock, db },
      onFailure: (failure) => logger.warn({ err: failure }, 'Deleted sessions could not be removed.'),
    }),
  }
}
