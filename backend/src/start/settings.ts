import { providers } from '../models/providers/providers.ts'

interface Setting {
  readonly description: string
  readonly defaultValue: string
}

/** Every environment variable, for `--help`. */
const settings = {
  LLM_GAMEBOOK_HOST: {
    description: 'Address to listen on (any address other than localhost requires a password)',
    defaultValue: '127.0.0.1',
  },
  LLM_GAMEBOOK_PORT: { description: 'Port to listen on; 0 picks a free one', defaultValue: '8000' },
  LLM_GAMEBOOK_DATA_DIR: {
    description: 'Folder for the database and your own gamebooks',
    defaultValue: "in this user's data folder",
  },
  LLM_GAMEBOOK_PASSWORD: { description: 'Password for the app (any user name)', defaultValue: 'none' },
  LLM_GAMEBOOK_TRUSTED_PROXY: {
    description: 'Addresses of reverse proxies in front of the app, with commas between them',
    defaultValue: 'none',
  },
  LLM_GAMEBOOK_SECRET: {
    description: 'Secret used to encrypt stored API keys',
    defaultValue: 'a file in the data folder',
  },
  DATABASE_URL: { description: 'PostgreSQL database, as postgres://…', defaultValue: 'SQLite in the data folder' },
  LOG_LEVEL: { description: 'fatal, error, warn, info, debug, trace or silent', defaultValue: 'warn' },
} as const satisfies Record<string, Setting>

export type SettingName = keyof typeof settings

export function helpText(): string {
  const lines = Object.entries(settings).map(
    ([name, { description, defaultValue }]) => `  ${name}\n      ${description} (default: ${defaultValue})`,
  )
  const keyNames = Object.values(providers).flatMap(({ server }) => server?.apiKey.variables ?? [])
  return `LLM Gamebook: play and write gamebooks in the browser.

Start it with \`npm start\`, then open the address that it prints.
Settings are read from environment variables:

${lines.join('\n')}

Provider API keys are also read from the environment and sent only to that provider's default host:
${keyNames.map((name) => `  ${name}`).join('\n')}
`
}
