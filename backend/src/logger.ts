import { type DestinationStream, type Logger, pino } from 'pino'

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

const SECRET_FIELDS = ['apiKey', 'sealedKey', 'authorization', 'cookie', 'password', 'secret']

/** Lines of JSON on the standard error. Neither keys nor what people write are in them. */
export function createLogger(level: LogLevel, destination: DestinationStream = pino.destination(2)): Logger {
  const paths = SECRET_FIELDS.flatMap((field) => [field, `*.${field}`, `*.*.${field}`])
  return pino({ level, redact: { paths, censor: '[redacted]' }, serializers: { err: describeError } }, destination)
}

interface DescribedError {
  readonly type: string
  readonly message: string
  readonly stack?: string | undefined
  readonly cause?: DescribedError
}

/** No other fields: an error of a provider carries the whole request. */
function describeError(error: unknown): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error, message: 'Something that is no error was thrown.' }
  const described = { type: error.name, message: error.message, stack: error.stack }
  return error.cause === undefined ? described : { ...described, cause: describeError(error.cause) }
}
