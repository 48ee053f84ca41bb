import type { Cursor } from '../../cursor/cursor.ts'
import { elementsOf } from '../../cursor/cursor.ts'
import { listOf } from '../../cursor/readers.ts'
import { limits } from '../../diagnostics/limits.ts'
import { report } from '../../diagnostics/reporter.ts'
import { shortText } from './shortText.ts'

/** Each once. */
export function readContentWarnings(cursor: Cursor): readonly string[] | undefined {
  const surplus = elementsOf(cursor)[limits.contentWarnings]
  if (surplus !== undefined) {
    const message = `A gamebook has at most ${limits.contentWarnings} content warnings.`
    report(surplus, 'limit', message, "Combine some of them: players don't read a long list.")
    return undefined
  }
  const warnings = listOf(shortText('content warning', limits.contentWarningCharacters))(cursor)
  return warnings && [...new Set(warnings)]
}
