import { type Config, readConfig } from '../start/config.ts'
import { SettingError } from '../start/startupError.ts'
import { CliError } from './cliError.ts'

/** Reads the settings of the app. Throws `CliError` for an unusable one. */
export function readAppConfig(environment: NodeJS.ProcessEnv): Config {
  try {
    return readConfig(environment)
  } catch (error) {
    if (!(error instanceof SettingError)) throw error
    throw new CliError(error.message, 'List all settings with: npm start -- --help')
  }
}
