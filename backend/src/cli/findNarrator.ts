import { existsSync } from 'node:fs'

import { type Config, readConfig } from '../start/config.ts'
import { createKeyCipher } from '../models/keys/keyCipher.ts'
import { type Database, openDatabase } from '../db/database.ts'
import { migrate } from '../db/migrate.ts'
import { listModelConfigs } from '../db/models/modelConfigQueries.ts'
import { readSecretFile } from '../start/secretFile.ts'
import type { Narrator } from '../engine/narrator.ts'
import { createEnvironmentKeys } from '../models/keys/environmentKeys.ts'
import { createModelLists } from '../models/list/modelLists.ts'
import { getModel } from '../web/getModel.ts'
import { createModelFromDbConfig } from '../web/modelFactory.ts'
import { CliError } from './cliError.ts'

/** The narrator that needs no model, or a model that was saved in the app, by its name. The database is only read. */
export async function findNarrator(name: string | undefined, environment: NodeJS.ProcessEnv): Promise<Narrator> {
  if (name === undefined) {
    const db = await openDatabase({ kind: 'sqlite', file: ':memory:' })
    await migrate(db)
    return narratorFrom(db, { name: null, secret: 'of nothing at all' }, environment)
  }
  const config = readConfig(environment)
  if (config.database.kind === 'sqlite' && !existsSync(config.database.file)) {
    throw new CliError(
      'The app has not been started yet, so no model is saved.',
      'Start it with "npm start" and set a model up, or leave --model out.',
    )
  }
  const secret = config.secret ?? (await readSecretFile(config.dataFolder))
  return narratorFrom(await openDatabase(config.database), { name, secret }, environment)
}

interface Wanted {
  readonly name: string | null
  readonly secret: NonNullable<Config['secret']>
}

async function narratorFrom(db: Database, { name, secret }: Wanted, environment: NodeJS.ProcessEnv): Promise<Narrator> {
  const configs = await listModelConfigs(db)
  const chosen = configs.find((config) => name === null || config.name.toLowerCase() === name.trim().toLowerCase())
  if (chosen === undefined) {
    throw new CliError(
      `No model is saved under the name "${name ?? ''}".`,
      `Saved models: ${configs.map((config) => `"${config.name}"`).join(', ')}`,
    )
  }
  const keys = { keySeal: createKeyCipher(secret), environmentKeys: createEnvironmentKeys(environment) }
  const modelLists = createModelLists(() => new Date())
  return getModel(
    { db, ...keys, createModel: createModelFromDbConfig, modelLists },
    { chosenId: chosen.id, askedId: chosen.id },
  )
}
