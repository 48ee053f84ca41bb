import { lengthOf, type PathMessage } from '../../messages/pathMessage.ts'
import type { Database } from '../tables.ts'
import { type PathLength, walkUp } from './pathSteps.ts'
import { PATH_COLUMNS, type PathRow, StoredPathMessage } from './storedPathMessage.ts'

export interface PathLimits {
  /** Whether a message is already in memory. Neither it nor the messages above it are read. */
  readonly isKnown: (id: string) => boolean
  /** In characters: at least this much is read if there is that much, and little more. */
  readonly length: number
}

/** How much is read and parsed before other work runs. */
const SLICE: PathLength = { messages: 100, bytes: 128 * 1024 }

/** The end of the path to a message, oldest first; empty for a message of another session. */
export async function loadPath(
  db: Database,
  sessionId: string,
  headId: string,
  { isKnown, length }: PathLimits,
): Promise<readonly PathMessage[]> {
  const newestFirst: PathMessage[] = []
  let loaded = 0
  for await (const steps of walkUp(db, sessionId, headId, SLICE)) {
    const end = steps.findIndex(({ id }) => isKnown(id))
    const ids = steps.slice(0, end === -1 ? undefined : end).map(({ id }) => id)
    for (const row of await readRows(db, ids)) {
      const message = new StoredPathMessage(row)
      newestFirst.push(message)
      loaded += lengthOf(message)
    }
    if (end !== -1 || loaded >= length) break
  }
  return newestFirst.reverse()
}

async function readRows(db: Database, ids: readonly string[]): Promise<readonly PathRow[]> {
  if (ids.length === 0) return []
  const rows = await db.selectFrom('message').select(PATH_COLUMNS).where('id', 'in', ids).execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
