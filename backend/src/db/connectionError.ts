import { errorCodes } from '../errorCodes.ts'

/** A connection to PostgreSQL ended, or doesn't answer. It has the code that PostgreSQL has for it. */
export class LostConnectionError extends Error {
  override readonly name = 'LostConnectionError'
  readonly code = '08006'

  constructor(options?: ErrorOptions) {
    super('The connection to the database was lost.', options)
  }
}

/** All connections are in use. It has the code that PostgreSQL has for it. */
export class NoConnectionError extends Error {
  override readonly name = 'NoConnectionError'
  readonly code = '53300'

  constructor(options?: ErrorOptions) {
    super('No connection to the database became free.', options)
  }
}

/** Gives errors of `pg` about a connection the code that PostgreSQL has for them. */
export function toConnectionError(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const codes = errorCodes(error)
  if (codes.some((code) => ENDED_WHILE_IDLE.test(code))) return new LostConnectionError({ cause: error })
  if (codes.length > 0) return error
  if (WAITED.test(error.message)) return new NoConnectionError({ cause: error })
  return LOST.test(error.message) ? new LostConnectionError({ cause: error }) : error
}

/** Whether no more statements can be sent over the connection. */
export const isLostConnection = (error: unknown): boolean =>
  errorCodes(error).some((code) => /^(08\w{3}|57P0[1-5]|E[A-Z]+)$/.test(code))

/** PostgreSQL ends a session that is idle in a transaction, or for too long. */
const ENDED_WHILE_IDLE = /^(25P0[34]|57P05)$/
const WAITED = /^timeout exceeded when trying to connect$/
const LOST = /^(Connection terminated|Query read timeout|timeout expired|Client (has encountered|was closed))/
