import { existsSync } from 'node:fs'

import { createRequestGate } from '../budgets/requestGate.ts'
import type { Config } from '../start/config.ts'
import { createKeyCipher } from '../models/keys/keyCipher.ts'
import { type Database, openDatabase } from '../db/database.ts'
import { migrate } from '../db/migrate.ts'
import { readApplied } from '../db/migrationRecords.ts'
import { migrations } from '../db/migrations/index.ts'
import { toStepDatabase } from '../db/migrations/step.ts'
import { createBudgetStore } from '../db/models/budgetStore.ts'
import { listModelConfigs } from '../db/models/modelConfigQueries.ts'
import { findModelPrices } from '../db/models/modelPrices.ts'
import { createRejectedParameters } from '../db/models/refusedParameter.ts'
import { createRequestStore } from '../db/models/requestStore.ts'
import { createReportedWindows } from '../db/models/reportedWindow.ts'
import { readSecretFile } from '../start/secretFile.ts'
import type { Narrator } from '../models/narrator.ts'
import { NO_REQUEST_LOG, type RequestLog } from '../models/transport/requestLog.ts'
import { createRequestRecorder } from '../requests/requestRecorder.ts'
import { createEnvironmentKeys } from '../models/keys/environmentKeys.ts'
import { providers } from '../models/providers/providers.ts'
import { createModelLists } from '../models/list/modelLists.ts'
import { createModelFromDbConfig } from '../models/createModel.ts'
import { createNarrator } from '../models/createNarrator.ts'
import { CliError } from './cliError.ts'
import { readAppConfig } from './readAppConfig.ts'
import type { Terminal } from './terminal.ts'
import { systemClock } from '../clock.ts'

const ADD_MODEL = 'Start the app with "npm start" and create a model, or omit --model to use the built-in narrator.'

/** A model that a command plays with. */
export interface OpenedModel {
  readonly narrator: Narrator
  /** Where its requests are counted: those of a saved model in the usage and the budgets of the app. */
  readonly requests: RequestLog
  /** Settles when all requests are counted. */
  readonly close: () => Promise<void>
}

/** Opens a model saved in the app by its name, or the built-in narrator. */
export async function openModel(name: string | undefined, terminal: Terminal): Promise<OpenedModel> {
  const { environment } = terminal
  if (name === undefined) {
    const db = await openDatabase({ kind: 'sqlite', file: ':memory:' })
    const secret = 'unused: nothing is encrypted'
    await migrate(db, { keyCipher: createKeyCipher(secret) })
    const narrator = await narratorFrom(db, { name: null, secret }, environment)
    return { narrator, requests: NO_REQUEST_LOG, close: () => db.destroy() }
  }
  const config = readAppConfig(environment)
  if (config.database.kind === 'sqlite' && !existsSync(config.database.file)) {
    throw new CliError('No models are set up: the app has not been started yet.', ADD_MODEL)
  }
  const secret = config.secret ?? (await readSecretFile(config.dataFolder))
  const db = await openDatabase(config.database)
  await checkVersion(db)
  const narrator = await narratorFrom(db, { name, secret }, environment)
  const requests = createRequestRecorder({
    store: createRequestStore(db),
    gate: createRequestGate(createBudgetStore(db), systemClock.now),
    clock: systemClock,
    onFailure: () => terminal.writeError('A request could not be counted in the usage of the app.\n'),
  })
  const close = async (): Promise<void> => {
    await requests.settled()
    await db.destroy()
  }
  return { narrator, requests, close }
}

async function checkVersion(db: Database): Promise<void> {
  const applied = await readApplied(toStepDatabase(db)).catch(() => null)
  if (applied?.length === migrations.size) return
  throw new CliError(
    'The database was last used by another version of the app.',
    'Start this version with "npm start": it brings an older database up to date.',
  )
}

interface ModelRequest {
  /** Null for the first model. */
  readonly name: string | null
  readonly secret: NonNullable<Config['secret']>
}

async function narratorFrom(
  db: Database,
  { name, secret }: ModelRequest,
  environment: NodeJS.ProcessEnv,
): Promise<Narrator> {
  const configs = await listModelConfigs(db)
  const chosen = configs.find((config) => name === null || config.name.toLowerCase() === name.trim().toLowerCase())
  if (chosen === undefined) {
    if (configs.every(({ provider }) => providers[provider].server === null))
      throw new CliError(`No models are set up, so there is no model called "${name ?? ''}".`, ADD_MODEL)
    throw new CliError(
      `There is no model called "${name ?? ''}".`,
      `Saved models: ${configs.map((config) => `"${config.name}"`).join(', ')}`,
    )
  }
  const keys = { keyCipher: createKeyCipher(secret), environmentKeys: createEnvironmentKeys(environment) }
  const modelLists = createModelLists(systemClock)
  const rejectedParameters = createRejectedParameters(db, systemClock)
  const reportedWindows = { ...createReportedWindows(db), save: async () => {} }
  return createNarrator(
    {
      ...keys,
      createModel: createModelFromDbConfig,
      modelLists,
      rejectedParameters,
      reportedWindows,
      findOwnPrices: (id) => findModelPrices(db, id),
    },
    chosen,
  )
}
