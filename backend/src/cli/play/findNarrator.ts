import { existsSync } from 'node:fs'

import type { Config } from '../../start/config.ts'
import { createKeyCipher } from '../../models/keys/keyCipher.ts'
import { type Database, openDatabase } from '../../db/database.ts'
import { migrate } from '../../db/migrate.ts'
import { listModelConfigs } from '../../db/models/modelConfigQueries.ts'
import { findModelPrices } from '../../db/models/modelPrices.ts'
import { createRejectedParameters } from '../../db/models/refusedParameter.ts'
import { createReportedWindows } from '../../db/models/reportedWindow.ts'
import { readSecretFile } from '../../start/secretFile.ts'
import type { Narrator } from '../../models/narrator.ts'
import { createEnvironmentKeys } from '../../models/keys/environmentKeys.ts'
import { providers } from '../../models/providers/providers.ts'
import { createModelLists } from '../../models/list/modelLists.ts'
import { createModelFromDbConfig } from '../../models/createModel.ts'
import { createNarrator } from '../../models/createNarrator.ts'
import { CliError } from '../cliError.ts'
import { readAppConfig } from '../readAppConfig.ts'
import { systemClock } from '../../clock.ts'

const ADD_MODEL = 'Start the app with "npm start" and create a model, or omit --model to use the built-in narrator.'

/** Finds a model saved in the app by its name, or the built-in narrator. The app's database is only read. */
export async function findNarrator(name: string | undefined, environment: NodeJS.ProcessEnv): Promise<Narrator> {
  if (name === undefined) {
    const db = await openDatabase({ kind: 'sqlite', file: ':memory:' })
    const secret = 'unused: nothing is encrypted'
    await migrate(db, { keyCipher: createKeyCipher(secret) })
    return narratorFrom(db, { name: null, secret }, environment)
  }
  const config = readAppConfig(environment)
  if (config.database.kind === 'sqlite' && !existsSync(config.database.file)) {
    throw new CliError('No models are set up: the app has not been started yet.', ADD_MODEL)
  }
  const secret = config.secret ?? (await readSecretFile(config.dataFolder))
  return narratorFrom(await openDatabase(config.database), { name, secret }, environment)
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
