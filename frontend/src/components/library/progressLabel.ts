import { libraryText } from '../../text/library.ts'
import type { GamebookSummary } from '../../types/api.ts'

/** The player's progress in a gamebook, in one line. */
export function progressLabel({ playable, errorCount, sessionCount, endings, source }: GamebookSummary): string {
  if (!playable) return libraryText('progress.problems', { count: errorCount })
  if (sessionCount === 0) return libraryText(source === 'local' ? 'progress.ownNotPlayed' : 'progress.notPlayed')
  if (endings.total === 0) return libraryText('progress.sessions', { count: sessionCount })
  return libraryText('progress.endings', endings)
}
