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
  const rows = await selectRequests(db)
    .where('requestOwner.sessionId', sessionId === null ? 'is' : '=', sessionId)
    .$if(messageId !== undefined, (query) => query.where('messageId', '=', messageId ?? ''))
    .$if(before !== undefined, (query) => query.where('sentRequest.id', '<', before ?? ''))
    .orderBy('sentRequest.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toStoredRequest)
}

/** Oldest first. */
export async function listAllRequests(db: Database, sessionId: string): Promise<readonly StoredRequest[]> {
  const rows = await selectRequests(db)
    .where('requestOwner.sessionId', '=', sessionId)
    .orderBy('sentRequest.id')
    .execute()
  return rows.map(toStoredRequest)
}

export async function findRequest(db: Database, id: string): Promise<StoredRequest | undefined> {
  const row = await selectRequests(db).where('sentRequest.id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : toStoredRequest(row)
}

const selectRequests = (db: Database) =>
  db
    .selectFrom('sentRequest')
    .innerJoin('requestOwner', 'requestOwner.id', 'sentRequest.ownerId')
    .innerJoin('requestModel', 'requestModel.id', 'sentRequest.modelId')
    .selectAll('sentRequest')
    .select(['requestOwner.sessionId', 'requestModel.modelConfigId', 'label', 'provider', 'modelName', 'host'])

/** The last request for a purpose before another one, if its text is kept. */
export async function findRequestBefore(
  db: Database,
  sessionId: string,
  purpose: RequestPurpose,
  id: string | null,
): Promise<string | null> {
  const row = await db
    .selectFrom('sentRequest')
    .innerJoin('requestOwner', 'requestOwner.id', 'sentRequest.ownerId')
    .select('sentRequest.id')
    .where('sessionId', '=', sessionId)
    .where('purpose', '=', purpose)
    .where('rest', 'is not', null)
    .$if(id !== null, (query) => query.where('sentRequest.id', '<', id ?? ''))
    .orderBy('sentRequest.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}
