import { sql } from 'kysely'

import { inBatches } from '../inBatches.ts'
import type { Database } from '../tables.ts'
import { ONLY_STEPS, walkUp } from './pathSteps.ts'

/** Messages that one statement copies before other work runs. */
const AT_ONCE = 50

/** The ids on the path to a message, starting at the root. */
export async function listPathIds(db: Database, sessionId: string, lastId: string): Promise<readonly string[]> {
  const ids: string[] = []
  for await (const steps of walkUp(db, sessionId, lastId, ONLY_STEPS)) for (const { id } of steps) ids.push(id)
  return ids.reverse()
}

/** The ids of the copies by those of the originals, in the order of the path. */
export type CopiedIds = ReadonlyMap<string, string>

/**
 * Copies a path into another session, inside the database: its content may be too large for memory. Returns null if a
 * message is gone: the path may have been deleted since its ids were read.
 */
export async function copyPath(
  db: Database,
  ids: readonly string[],
  sessionId: string,
  newId: () => string,
): Promise<CopiedIds | null> {
  const nodes = ids.map((id, index) => ({ id, parentId: ids[index - 1] ?? null }))
  return copyMessages(db, nodes, sessionId, newId)
}

/** Like `copyPath`, for messages of a tree: each after its parent. */
export async function copyMessages(
  db: Database,
  nodes: readonly { readonly id: string; readonly parentId: string | null }[],
  sessionId: string,
  newId: () => string,
): Promise<CopiedIds | null> {
  const copies = new Map<string, string>()
  for await (const batch of inBatches(nodes, AT_ONCE)) {
    const rows = batch.map((node) => {
      const id = newId()
      copies.set(node.id, id)
      return sql`(${node.id}, ${id}, ${node.parentId === null ? null : (copies.get(node.parentId) ?? null)})`
    })
    const { numAffectedRows } = await sql`with copied (old_id, new_id, new_parent_id) as (values ${sql.join(rows)})
      insert into message (id, session_id, parent_id, ${CONTENT_COLUMNS})
      select new_id, ${sessionId}, new_parent_id, ${CONTENT_COLUMNS}
      from copied join message on message.id = copied.old_id`.execute(db)
    if (Number(numAffectedRows) !== batch.length) return null
  }
  return copies
}

/** The columns that a copy shares with its original. */
const CONTENT_COLUMNS = sql.raw(
  `role, status, parts, receipts, state_after, system_text_hash, gamebook_version, model_config_id, model, usage, cost,
  finish_reason, error, created_at, first_token_at, finished_at, sent_tools, drift_findings,
  player_call, known_exits`,
)
