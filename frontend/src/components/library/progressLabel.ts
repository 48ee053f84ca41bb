import type { GamebookSummary } from '../../types/api.ts'

/** How far one has come with a gamebook, in one line. */
export function tellProgress({ playable, errorCount, sessionCount, endings, source }: GamebookSummary): string {
  if (!playable) return errorCount === 1 ? '1 problem to mend first' : `${errorCount} problems to mend first`
  if (sessionCount === 0) return source === 'local' ? 'Yours, not read yet' : 'Not read yet'
  if (endings.total === 0) return sessionCount === 1 ? '1 session' : `${sessionCount} sessions`
  return `${endings.found} of ${endings.total} endings found`
}
