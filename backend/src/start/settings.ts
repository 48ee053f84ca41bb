import { providerFacts } from '../providers.ts'

interface Setting {
  readonly about: string
  readonly byDefault: string
}

/** Every setting of the environment, as `--help` tells it. */
const settings = {
  LLM_GAMEBOOK_HOST: {
    about: "The address to listen on; any but this machine's own needs a password",
    byDefault: '127.0.0.1',
  },
  LLM_GAMEBOOK_PORT: { about: 'The port to listen on; 0 takes a free one', byDefault: '8000' },
  LLM_GAMEBOOK_DATA_DIR: {
    about: 'The folder of the database and of your own gamebooks',
    byDefault: "in this user's data folder",
  },
  LLM_GAMEBOOK_PASSWORD: { about: 'Asked for by every page, with any user name', byDefault: 'none' },
  LLM_GAMEBOOK_SECRET: { about: 'What stored API keys are encrypted with', byDefault: 'a file in the data folder' },
  DATABASE_URL: { about: 'A PostgreSQL database, as postgres://…', byDefault: 'SQLite in the data folder' },
  LOG_LEVEL: { about: 'fatal, error, warn, info, debug, trace or silent', byDefault: 'warn' },
} as const satisfies Record<string, Setting>

export type SettingName = keyof typeof settings

export function helpText(): string {
  const lines = Object.entries(settings).map(
    ([name, { about, byDefault }]) => `  ${name}\n      ${about} (default: ${byDefault})`,
  )
  const keyNames = Object.values(providerFacts).flatMap(({ apiKeyVariables }) => apiKeyVariables)
  return `LLM Gamebook: play and write gamebooks in the browser.

Start it with \`npm start\`, then open the address that it prints.
Settings are taken from the environment:

${lines.join('\n')}

Keys of providers are taken from it too, and go to that provider's own address alone:
${keyNames.map((name) => `  ${name}`).join('\n')}
`
}
