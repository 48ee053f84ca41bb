import { sql } from 'kysely'

import type { Database } from '../../src/db/database.ts'
import type { Session } from '../../src/db/models/session.ts'
import { addSession, makeMessage } from './messages.ts'

export interface LongStory {
  readonly session: Session
  /** The id of the message with this number; the opening has 0. */
  idOf(number: number): string
  readonly headId: string
}

export interface LongStoryOptions {
  readonly messages: number
  /** The text of each message, before its number. */
  readonly text?: string
  /** JSON. */
  readonly receipts?: string
}

let stories = 0

/** A story whose messages the database writes by itself: opening, message, answer, message, answer, ... */
export async function addLongStory(
  db: Database,
  { messages, text = '', receipts = '[]' }: LongStoryOptions,
): Promise<LongStory> {
  const session = await addSession(db)
  const { stateAfter, gamebookVersion, createdAt } = makeMessage(session, null)
  stories += 1
  const prefix = `00000000-0000-7000-8${String(stories).padStart(3, '0')}-`
  const idOf = (number: number): string => prefix + String(number).padStart(12, '0')
  const id = (number: string) => sql`${prefix} || substr(cast(1000000000000 + ${sql.raw(number)} as text), 2)`
  const headId = idOf(messages - 1)
  const parts = JSON.stringify([{ id: 'part', type: 'text', text: `${text}NUMBER` }])
  await sql`insert into message (id, session_id, parent_id, role, status, parts, receipts, state_after,
      gamebook_version, created_at, finished_at)
    with recursive numbers (n) as (select 0 union all select n + 1 from numbers where n + 1 < ${messages})
    select ${id('n')}, ${session.id}, case n when 0 then null else ${id('n - 1')} end,
      case n % 2 when 0 then 'narrator' else 'player' end, 'done', replace(${parts}, 'NUMBER', cast(n as text)),
      ${receipts}, ${JSON.stringify(stateAfter)}, ${gamebookVersion}, ${createdAt}, ${createdAt}
    from numbers`.execute(db)
  await db.updateTable('session').set({ headId }).where('id', '=', session.id).execute()
  return { session: { ...session, headId }, idOf, headId }
}
