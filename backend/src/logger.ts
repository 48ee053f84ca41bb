import { type DestinationStream, type Logger, pino } from 'pino'

import { escapeControls } from './escapeControls.ts'

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

const SECRET_FIELDS = ['apiKey', 'sealedKey', 'authorization', 'cookie', 'password', 'secret']

/** Writes lines of JSON to stderr, without keys, without what people write and without control characters. */
export function createLogger(level: LogLevel, destination: DestinationStream = pino.destination(2)): Logger {
  const paths = SECRET_FIELDS.flatMap((field) => [field, `*.${field}`, `*.*.${field}`])
  const escaped = { write: (line: string) => destination.write(escapeControls(line)) }
  return pino({ level, redact: { paths, censor: '[redacted]' }, serializers: { err: describeError } }, escaped)
}

interface DescribedError {
  readonly type: string
  readonly message: string
  readonly stack?: string | undefined
  readonly cause?: DescribedError
}

/** Leaves out all other fields: an error of a provider contains the whole request. */
function describeError(error: unknown): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error, message: 'A non-error value was thrown.' }
  const described = { type: error.name, message: error.message, stack: error.stack }
  return error.cause === undefined ? described : { ...described, cause: describeError(error.cause) }
}
