import { join } from 'node:path'
import { z } from 'zod'

import type { DatabaseLocation } from '../db/database.ts'
import { defaultDataFolder } from './defaultDataFolder.ts'
import { LOG_LEVELS, type LogLevel } from '../logger.ts'
import { SettingError } from './startupError.ts'
import type { SettingName } from './settings.ts'
import { isLoopback } from '../web/guard/hostGuard.ts'

export interface Config {
  readonly host: string
  readonly port: number
  readonly password: string | null
  readonly dataFolder: string
  readonly database: DatabaseLocation
  /** What API keys are sealed with; null: the secret of the data folder. */
  readonly secret: string | null
  readonly logLevel: LogLevel
}

const PORT = 'LLM_GAMEBOOK_PORT is no port: set it to a number from 0 to 65535, or leave it out.'
const DATABASE =
  'DATABASE_URL is no address of PostgreSQL: write it as postgres://user:password@host/database, or leave it out.'

const Environment = z.object({
  LLM_GAMEBOOK_HOST: z.string().trim().toLowerCase().default('127.0.0.1'),
  LLM_GAMEBOOK_PORT: z
    .string()
    .regex(/^\d{1,5}$/, PORT)
    .transform(Number)
    .refine((port) => port < 65_536, PORT)
    .default(8000),
  LLM_GAMEBOOK_DATA_DIR: z.string().optional(),
  LLM_GAMEBOOK_PASSWORD: z
    .string()
    .min(8, 'LLM_GAMEBOOK_PASSWORD is too short: set it to eight characters or more.')
    .optional(),
  LLM_GAMEBOOK_SECRET: z
    .string()
    .min(16, 'LLM_GAMEBOOK_SECRET is too short: set it to sixteen characters or more, or leave it out.')
    .optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: DATABASE }).optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `LOG_LEVEL is no level: set it to one of ${LOG_LEVELS.join(', ')}.`).default('warn'),
} satisfies Record<SettingName, z.ZodType>)

/** Throws `SettingError`. A variable that is set to nothing counts as left out. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const parsed = Environment.safeParse(
    Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== '')),
  )
  if (!parsed.success) throw new SettingError(parsed.error.issues[0]?.message)
  const env = parsed.data
  const { LLM_GAMEBOOK_HOST: host, LLM_GAMEBOOK_PASSWORD: password = null } = env
  if (password === null && !isLoopback(host)) {
    throw new SettingError(
      `LLM_GAMEBOOK_HOST is ${host}, which others can reach: set LLM_GAMEBOOK_PASSWORD too, or leave it at 127.0.0.1.`,
    )
  }
  const dataFolder = env.LLM_GAMEBOOK_DATA_DIR ?? defaultDataFolder(environment)
  return {
    host,
    port: env.LLM_GAMEBOOK_PORT,
    password,
    dataFolder,
    database:
      env.DATABASE_URL === undefined
        ? { kind: 'sqlite', file: join(dataFolder, 'llm-gamebook.sqlite') }
        : { kind: 'postgres', url: env.DATABASE_URL },
    secret: env.LLM_GAMEBOOK_SECRET ?? null,
    logLevel: env.LOG_LEVEL,
  }
}
