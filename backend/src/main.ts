import { inspect } from 'node:util'

import { escapeControls } from './escapeControls.ts'
import { type Config, readConfig } from './start/config.ts'
import { SettingError } from './start/startupError.ts'
import { helpText } from './start/settings.ts'
import { toStartupError } from './start/toStartupError.ts'
import { startServer } from './start/startServer.ts'

const MAX_CLOSING_MS = 5000

if (process.argv.includes('--help')) {
  console.log(helpText())
} else {
  try {
    const config = readConfig(process.env)
    await serve(config).catch((error: unknown) => giveUp(error, toStartupError(error, config)))
  } catch (error) {
    giveUp(error, error instanceof SettingError ? error.message : null)
  }
}

async function serve(config: Config): Promise<void> {
  const server = await startServer(config)
  let isClosing = false
  const close = (): void => {
    if (isClosing) return
    isClosing = true
    setTimeout(() => process.exit(1), MAX_CLOSING_MS).unref()
    server.close().then(
      () => process.exit(0),
      (error: unknown) => giveUp(error, null),
    )
  }
  // A terminal and npm may both send SIGINT for one Ctrl+C: the second must not end the server before it has closed.
  process.on('SIGTERM', close).on('SIGINT', close)
  console.log(escapeControls(`LLM Gamebook is ready at ${server.address}`))
}

function giveUp(error: unknown, reason: string | null): void {
  console.error(escapeControls(reason ?? inspect(error)))
  process.exit(error instanceof SettingError ? 2 : 1)
}
