import { errorCodes } from '../errorCodes.ts'

/** Whether damage was found in the database, by a check or by a statement. */
export interface DatabaseHealth {
  isDamaged(): boolean
  /** Takes any error of the database; only those of damaged pages count, until the server starts again. */
  noteError(error: unknown): void
  /** The result of a check of all pages. */
  noteCheck(damage: string | null): void
}

/** `onDamage` is called when damage is found, and not again until a check passes. */
export function createDatabaseHealth(onDamage: (damage: string) => void): DatabaseHealth {
  let failedCheck = false
  // A check doesn't compare indexes with their tables, so it may pass where a statement failed.
  let failedStatement = false
  const isDamaged = (): boolean => failedCheck || failedStatement
  const report = (damage: string): void => {
    if (!isDamaged()) onDamage(damage)
  }
  return {
    isDamaged,
    noteError: (error) => {
      if (!isDamage(error)) return
      report(error instanceof Error ? error.message : '')
      failedStatement = true
    },
    noteCheck: (damage) => {
      if (damage !== null) report(damage)
      failedCheck = damage !== null
    },
  }
}

/** Codes of SQLite with their extended codes, and of PostgreSQL: damaged data, a damaged index. */
export const DAMAGE_CODES = /^(SQLITE_(CORRUPT|NOTADB)(_\w+)?|XX00[12])$/

export const isDamage = (error: unknown): boolean => errorCodes(error).some((code) => DAMAGE_CODES.test(code))
