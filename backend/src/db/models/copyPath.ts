import { sql } from 'kysely'

import { inBatches } from '../inBatches.ts'
import type { Database } from '../tables.ts'
import { ONLY_STEPS, walkUp } from './pathSteps.ts'

/** Messages that one statement copies before other work runs. */
const AT_ONCE = 50

/** A message and its copy. */
interface Copy {
  readonly oldId: string
  readonly id: string
  readonly parentId: string | null
}

/** Plans the copies of the messages on the path to a message, from the root on. */
export async function planCopies(
  db: Database,
  sessionId: string,
  lastId: string,
  newId: () => string,
): Promise<readonly Copy[]> {
  const ids: string[] = []
  for await (const steps of walkUp(db, sessionId, lastId, ONLY_STEPS)) for (const { id } of steps) ids.push(id)
  let parentId: string | null = null
  return ids.reverse().map((oldId) => {
    const copy = { oldId, id: newId(), parentId }
    parentId = copy.id
    return copy
  })
}

/** Copies messages into another session inside the database: their content may be too large for memory. */
export async function copyMessages(db: Database, sessionId: string, copies: readonly Copy[]): Promise<void> {
  for await (const batch of inBatches(copies, AT_ONCE)) {
    const rows = batch.map(({ oldId, id, parentId }) => sql`(${oldId}, ${id}, ${parentId})`)
    await sql`with copied (old_id, new_id, new_parent_id) as (values ${sql.join(rows)})
      insert into message (id, session_id, parent_id, ${CONTENT_COLUMNS})
      select new_id, ${sessionId}, new_parent_id, ${CONTENT_COLUMNS}
      from copied join message on message.id = copied.old_id`.execute(db)
  }
}

/** The columns that a copy shares with its original. */
const CONTENT_COLUMNS = sql.raw(
  `role, status, parts, receipts, state_after, system_text_hash, gamebook_version, model_config_id, model, usage, cost,
  finish_reason, error, created_at, first_token_at, finished_at`,
)
