import { errorCodes } from '../errorCodes.ts'

/** Whether damage was found in the database, by a check or by a statement. */
export interface DatabaseHealth {
  isDamaged(): boolean
  /** Takes any error of the database; only those of damaged pages count. */
  noteError(error: unknown): void
  /** The result of a check of all pages. */
  noteCheck(damage: string | null): void
}

/** `onDamage` is called once for each time the damage is found anew. */
export function createDatabaseHealth(onDamage: (damage: string) => void): DatabaseHealth {
  let isDamaged = false
  const noteCheck = (damage: string | null): void => {
    if (damage !== null && !isDamaged) onDamage(damage)
    isDamaged = damage !== null
  }
  return {
    isDamaged: () => isDamaged,
    noteError: (error) => {
      if (isDamage(error)) noteCheck(error instanceof Error ? error.message : '')
    },
    noteCheck,
  }
}

/** Codes of SQLite with their extended codes, and of PostgreSQL: damaged data, a damaged index. */
export const DAMAGE_CODES = /^(SQLITE_(CORRUPT|NOTADB)(_\w+)?|XX00[12])$/

export const isDamage = (error: unknown): boolean => errorCodes(error).some((code) => DAMAGE_CODES.test(code))
