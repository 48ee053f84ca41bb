import { isIP } from 'node:net'
import { join } from 'node:path'
import { z } from 'zod'

import type { DatabaseLocation } from '../db/database.ts'
import { defaultDataFolder } from './defaultDataFolder.ts'
import { LOG_LEVELS, type LogLevel } from '../logger.ts'
import { SettingError } from './startupError.ts'
import type { SettingName } from './settings.ts'
import { isLoopbackHost } from '../models/address/localHost.ts'

export interface Config {
  readonly host: string
  readonly port: number
  readonly password: string | null
  /** Addresses and networks of proxies in front of the server. */
  readonly trustedProxies: readonly string[]
  readonly dataFolder: string
  readonly database: DatabaseLocation
  /** Encrypts stored API keys; null for the secret in the data folder. */
  readonly secret: string | null
  readonly logLevel: LogLevel
}

const PORT = 'LLM_GAMEBOOK_PORT is not a valid port: set it to a number from 0 to 65535, or unset it.'
const PROXY =
  'LLM_GAMEBOOK_TRUSTED_PROXY is not a list of addresses: set it to those of your proxy, such as 127.0.0.1 or 10.0.0.0/8, or unset it.'
const DATABASE =
  'DATABASE_URL is not a valid PostgreSQL URL: write it as postgres://user:password@host/database, or unset it.'

const Environment = z.object({
  LLM_GAMEBOOK_HOST: z.string().trim().toLowerCase().default('127.0.0.1'),
  LLM_GAMEBOOK_PORT: z
    .string()
    .regex(/^\d{1,5}$/, PORT)
    .transform(Number)
    .refine((port) => port < 65_536, PORT)
    .default(8000),
  LLM_GAMEBOOK_DATA_DIR: z.string().optional(),
  LLM_GAMEBOOK_PASSWORD: z.string().min(8, 'LLM_GAMEBOOK_PASSWORD is too short: use at least 8 characters.').optional(),
  LLM_GAMEBOOK_TRUSTED_PROXY: z
    .string()
    .transform((list) => list.split(',').map((entry) => entry.trim()))
    .refine((list) => list.every(isNetwork), PROXY)
    .default([]),
  LLM_GAMEBOOK_SECRET: z
    .string()
    .min(16, 'LLM_GAMEBOOK_SECRET is too short: use at least 16 characters, or unset it.')
    .optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: DATABASE }).optional(),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, `LOG_LEVEL is not a valid log level: set it to one of ${LOG_LEVELS.join(', ')}, or unset it.`)
    .default('warn'),
} satisfies Record<SettingName, z.ZodType>)

/** Throws `SettingError`. An empty variable counts as unset. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const parsed = Environment.safeParse(
    Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== '')),
  )
  if (!parsed.success) throw new SettingError(parsed.error.issues[0]?.message)
  const env = parsed.data
  const { LLM_GAMEBOOK_HOST: host, LLM_GAMEBOOK_PASSWORD: password = null } = env
  if (password === null && !isLoopbackHost(host)) {
    throw new SettingError(
      `LLM_GAMEBOOK_HOST is ${host}, which other machines can reach: also set LLM_GAMEBOOK_PASSWORD, or use 127.0.0.1.`,
    )
  }
  const dataFolder = env.LLM_GAMEBOOK_DATA_DIR ?? defaultDataFolder(environment)
  return {
    host,
    port: env.LLM_GAMEBOOK_PORT,
    password,
    trustedProxies: env.LLM_GAMEBOOK_TRUSTED_PROXY,
    dataFolder,
    database:
      env.DATABASE_URL === undefined
        ? { kind: 'sqlite', file: join(dataFolder, 'llm-gamebook.sqlite') }
        : { kind: 'postgres', url: env.DATABASE_URL },
    secret: env.LLM_GAMEBOOK_SECRET ?? null,
    logLevel: env.LOG_LEVEL,
  }
}

/** An address, or a network as `10.0.0.0/8`. */
function isNetwork(entry: string): boolean {
  const [, address = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(entry) ?? []
  const family = isIP(address)
  return family !== 0 && (bits === undefined || Number(bits) <= (family === 4 ? 32 : 128))
}
