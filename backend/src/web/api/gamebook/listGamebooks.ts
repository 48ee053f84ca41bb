import type { Database } from '../../../db/database.ts'
import { endingsFoundByGamebook } from '../../../db/models/endingFound.ts'
import { countSessionsByGamebook } from '../../../db/models/session.ts'
import type { GamebookLibrary } from '../../../gamebooks/library.ts'
import type { GamebookSummary } from '../../schemas/gamebook.ts'
import { toGamebookSummary } from './gamebookSummary.ts'

export async function listGamebooks(
  db: Database,
  library: GamebookLibrary,
  source?: GamebookSummary['source'],
): Promise<GamebookSummary[]> {
  const [entries, sessionCounts, endingsFound] = await Promise.all([
    library.list(),
    countSessionsByGamebook(db),
    endingsFoundByGamebook(db),
  ])
  return entries
    .filter(({ origin }) => source === undefined || origin === source)
    .map((entry) =>
      toGamebookSummary(entry, {
        sessionCount: sessionCounts.get(entry.id) ?? 0,
        endingsFound: endingsFound.get(entry.id) ?? new Set(),
      }),
    )
}
