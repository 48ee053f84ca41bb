import type { z } from 'zod'

import { readSavedState } from '../../../messages/savedState.ts'
import { readModel } from '../../../db/models/messageRow.ts'
import { countSessions } from '../../../db/models/session.ts'
import { type ListedSession, listSessionRows, toCursor } from '../../../db/models/sessionList.ts'
import type { PlayedGamebook } from '../../../gamebooks/playedGamebooks.ts'
import type { AppServices } from '../../appServices.ts'
import type { SessionList, SessionQuery, SessionSummary } from '../../schemas/session.ts'
import { summarizeStory, restoreForDisplay, type StorySummary } from '../../session/storySummary.ts'

const PAGE = 50

export async function listSessions(
  services: Pick<AppServices, 'db' | 'playedGamebooks'>,
  { gamebookId, deleted: isDeleted = false, limit = PAGE, cursor }: z.infer<typeof SessionQuery>,
): Promise<z.infer<typeof SessionList>> {
  const { db } = services
  // One row more than requested shows whether there is a next page.
  const [rows, count] = await Promise.all([
    listSessionRows(db, { gamebookId, isDeleted, limit: limit + 1, cursor }),
    countSessions(db, { gamebookId, isDeleted }),
  ])
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    data: await Promise.all(page.map((session) => toSessionSummary(services, session))),
    count,
    nextCursor: rows.length > limit && last !== undefined ? toCursor(last) : null,
  }
}

async function toSessionSummary(
  { playedGamebooks }: Pick<AppServices, 'playedGamebooks'>,
  { head, ...session }: ListedSession,
): Promise<SessionSummary> {
  if (head === null) return { ...session, ...UNKNOWN, endedAt: null, narrator: null }
  const played = await playedGamebooks.find(session.gamebookId, head.gamebookVersion)
  const summary = summarizeHead(played, head)
  const endedAt = summary.ending === null ? null : head.finishedAt
  return { ...session, ...summary, endedAt, narrator: findNarratorName(head) }
}

type StoredHead = NonNullable<ListedSession['head']>

/** Empty for a state that can't be read: the session is listed without it, and opening it shows the error. */
function summarizeHead(played: PlayedGamebook | undefined, { stateAfter, gamebookVersion }: StoredHead): StorySummary {
  try {
    const head = { stateAfter: readSavedState(stateAfter), gamebookVersion }
    return summarizeStory(played?.gamebook, restoreForDisplay(played, head))
  } catch {
    return UNKNOWN
  }
}

const UNKNOWN: StorySummary = { place: null, time: null, ending: null }

function findNarratorName({ model }: StoredHead): string | null {
  try {
    return readModel(model)?.configName ?? null
  } catch {
    return null
  }
}
