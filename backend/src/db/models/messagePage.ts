import type { Message, ShownMessage } from '../../messages/message.ts'
import { readSavedState, type SavedState } from '../../messages/savedState.ts'
import type { Database } from '../tables.ts'
import { SHOWN_COLUMNS, toShownMessage } from './messageRow.ts'
import { findStepsUp, type PathLength } from './pathSteps.ts'

/** The last messages on the path to a message, this one included, oldest first. Reads no others. */
export async function loadPage(
  db: Database,
  sessionId: string,
  lastId: string,
  length: PathLength,
): Promise<readonly ShownMessage[]> {
  const steps = await findStepsUp(db, sessionId, lastId, length)
  const ids = steps.map(({ id }) => id)
  if (ids.length === 0) return []
  const rows = await db.selectFrom('message').select(SHOWN_COLUMNS).where('id', 'in', ids).execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.toReversed().flatMap((id) => {
    const row = byId.get(id)
    return row === undefined ? [] : [toShownMessage(row)]
  })
}

/** The state after a message, for callers that need nothing else of it. */
export interface StoredState extends Pick<Message, 'gamebookVersion' | 'finishedAt'> {
  readonly stateAfter: SavedState
}

export async function findStoredState(db: Database, sessionId: string, id: string): Promise<StoredState | undefined> {
  const row = await db
    .selectFrom('message')
    .select(['stateAfter', 'gamebookVersion', 'finishedAt'])
    .where('id', '=', id)
    .where('sessionId', '=', sessionId)
    .executeTakeFirst()
  return row === undefined ? undefined : { ...row, stateAfter: readSavedState(row.stateAfter) }
}
