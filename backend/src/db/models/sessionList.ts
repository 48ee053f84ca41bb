import { z } from 'zod'

import type { Database } from '../tables.ts'
import type { Session } from './session.ts'

export interface ListedSession extends Session {
  readonly messageCount: number
  /** The last message of the story so far; null before the first. */
  readonly head: {
    readonly stateAfter: string
    readonly gamebookVersion: string
    readonly finishedAt: string | null
    /** JSON of `ModelSnapshot`. */
    readonly model: string | null
  } | null
}

export interface SessionPage {
  readonly gamebookId?: string | undefined
  /** Those that can be restored, last deleted first. */
  readonly isDeleted?: boolean
  readonly limit: number
  readonly cursor?: string | undefined
}

/** A page of sessions, most recently played first, without those whose opening was never stored. */
export async function listSessionRows(
  db: Database,
  { gamebookId, isDeleted = false, limit, cursor }: SessionPage,
): Promise<readonly ListedSession[]> {
  const time = isDeleted ? 'session.deletedAt' : 'session.updatedAt'
  const after = cursor === undefined ? undefined : readCursor(cursor)
  const rows = await db
    .selectFrom('session')
    .leftJoin('message', 'message.id', 'session.headId')
    .selectAll('session')
    .select(['message.stateAfter', 'message.gamebookVersion', 'message.finishedAt', 'message.model'])
    .select((select) =>
      select
        .selectFrom('message as counted')
        .whereRef('counted.sessionId', '=', 'session.id')
        .select((count) => count.fn.countAll<number>().as('count'))
        .as('messageCount'),
    )
    .where('session.headId', 'is not', null)
    .where('session.deletedAt', isDeleted ? 'is not' : 'is', null)
    .$if(gamebookId !== undefined, (query) => query.where('session.gamebookId', '=', gamebookId ?? ''))
    .$if(after !== undefined, (query) =>
      query.where(({ or, and, eb }) =>
        or([
          eb(time, '<', after?.time ?? ''),
          and([eb(time, '=', after?.time ?? ''), eb('session.id', '<', after?.id ?? '')]),
        ]),
      ),
    )
    .orderBy(time, 'desc')
    .orderBy('session.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ stateAfter, gamebookVersion, finishedAt, model, messageCount, ...session }) => ({
    ...session,
    messageCount: messageCount ?? 0,
    head: stateAfter === null || gamebookVersion === null ? null : { stateAfter, gamebookVersion, finishedAt, model },
  }))
}

const Cursor = z.tuple([z.string(), z.string()])

export const toCursor = ({ deletedAt, updatedAt, id }: Session): string =>
  Buffer.from(JSON.stringify([deletedAt ?? updatedAt, id])).toString('base64url')

/** Undefined for an invalid cursor: the list then begins at its start. */
function readCursor(cursor: string): { readonly time: string; readonly id: string } | undefined {
  try {
    const [time, id] = Cursor.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
    return { time, id }
  } catch {
    return undefined
  }
}
