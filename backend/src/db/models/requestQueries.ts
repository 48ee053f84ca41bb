import type { RequestPurpose } from '../../models/transport/requestLog.ts'
import type { StoredRequest } from '../../requests/storedRequest.ts'
import type { Database } from '../tables.ts'
import { toStoredRequest } from './requestRow.ts'

export interface RequestFilter {
  /** Null for the requests without a session. */
  readonly sessionId: string | null
  /** Only those of an answer. */
  readonly messageId?: string | undefined
  /** Older than the request with this id. */
  readonly before?: string | undefined
  readonly limit: number
}

/** Newest first. */
export async function listRequests(
  db: Database,
  { sessionId, messageId, before, limit }: RequestFilter,
): Promise<readonly StoredRequest[]> {
  const rows = await db
    .selectFrom('modelRequest')
    .selectAll()
    .where('sessionId', sessionId === null ? 'is' : '=', sessionId)
    .$if(messageId !== undefined, (query) => query.where('messageId', '=', messageId ?? ''))
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? ''))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toStoredRequest)
}

/** Oldest first. */
export async function listAllRequests(db: Database, sessionId: string): Promise<readonly StoredRequest[]> {
  const rows = await db
    .selectFrom('modelRequest')
    .selectAll()
    .where('sessionId', '=', sessionId)
    .orderBy('id')
    .execute()
  return rows.map(toStoredRequest)
}

export async function findRequest(db: Database, id: string): Promise<StoredRequest | undefined> {
  const row = await db.selectFrom('modelRequest').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : toStoredRequest(row)
}

/** The last request for a purpose before another one, if its text is kept. */
export async function findRequestBefore(
  db: Database,
  sessionId: string,
  purpose: RequestPurpose,
  id: string | null,
): Promise<string | null> {
  const row = await db
    .selectFrom('modelRequest')
    .select('id')
    .where('sessionId', '=', sessionId)
    .where('purpose', '=', purpose)
    .where('rest', 'is not', null)
    .$if(id !== null, (query) => query.where('id', '<', id ?? ''))
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}
