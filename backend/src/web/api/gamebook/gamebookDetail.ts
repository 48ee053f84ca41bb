import type { Database } from '../../../db/database.ts'
import { findEndingsFound } from '../../../db/models/endingFound.ts'
import { countSessions } from '../../../db/models/session.ts'
import type { LibraryEntry } from '../../../gamebooks/library.ts'
import { listEndingTitlesFound } from '../../session/storySummary.ts'
import type { GamebookDetail } from '../../schemas/gamebook.ts'
import { toGamebookSummary } from './gamebookSummary.ts'

export async function toGamebookDetail(db: Database, entry: LibraryEntry): Promise<GamebookDetail> {
  const [sessionCount, endingsFound] = await Promise.all([countSessions(db, entry.id), findEndingsFound(db, entry.id)])
  const endingTitlesFound = listEndingTitlesFound(entry.gamebook, endingsFound)
  return {
    ...toGamebookSummary(entry, { sessionCount, endingsFound }),
    diagnostics: entry.diagnostics.map((diagnostic) => ({ ...diagnostic, related: [...diagnostic.related] })),
    endingTitlesFound,
    endingsFound: endingTitlesFound,
  }
}
