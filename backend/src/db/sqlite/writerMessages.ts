import { errorCodes } from '../../errorCodes.ts'
import type { Command, Outcome, Stored } from './command.ts'

export type ToWriter = Command | 'close'

/** An outcome as it is sent between threads, where errors lose their codes. */
export type SentOutcome = Stored | { readonly failed: SentError }

interface SentError {
  readonly message: string
  readonly code: string | undefined
}

/** An SQLite error that the writer thread has sent. */
class SqliteWriteError extends Error {
  override readonly name = 'SqliteError'
  readonly code: string | undefined

  constructor({ message, code }: SentError) {
    super(message)
    this.code = code
  }
}

export function toSentOutcome(outcome: Outcome): SentOutcome {
  const { error } = outcome
  return error === undefined ? outcome : { failed: { message: error.message, code: errorCodes(error)[0] } }
}

export const toOutcome = (sent: SentOutcome): Outcome =>
  'failed' in sent ? { error: new SqliteWriteError(sent.failed) } : { ...sent, rows: sent.rows.map(withBuffers) }

/** A row as the connection has read it: between threads, bytes become a plain `Uint8Array`. */
function withBuffers(row: unknown): unknown {
  if (typeof row !== 'object' || row === null) return row
  const values = Object.entries(row)
  if (!values.some(([, value]) => value instanceof Uint8Array)) return row
  return Object.fromEntries(
    values.map(([name, value]) => [name, value instanceof Uint8Array ? toBuffer(value) : value]),
  )
}

const toBuffer = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer => Buffer.from(buffer, byteOffset, byteLength)
