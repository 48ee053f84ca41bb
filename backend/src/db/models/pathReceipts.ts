import type { StoredReceiptEntry } from '../../messages/receipt.ts'
import type { Database } from '../tables.ts'
import { readReceipts } from './messageRow.ts'
import { type PathLength, walkUp } from './pathSteps.ts'

/** The receipts of a message. */
export interface PathReceipts {
  readonly id: string
  readonly receipts: readonly StoredReceiptEntry[]
}

const SLICE: PathLength = { messages: 200, bytes: 512 * 1024 }

/** The receipts on the path to a message, from it upward, in slices. */
export async function* listPathReceipts(
  db: Database,
  sessionId: string,
  lastId: string,
): AsyncGenerator<readonly PathReceipts[]> {
  for await (const steps of walkUp(db, sessionId, lastId, SLICE)) {
    const ids = steps.map(({ id }) => id)
    const rows = await db
      .selectFrom('message')
      .select(['id', 'receipts'])
      .where('id', 'in', ids)
      .where('receipts', '<>', '[]')
      .execute()
    const stored = new Map(rows.map(({ id, receipts }) => [id, receipts]))
    yield ids.map((id) => ({ id, receipts: readReceipts(stored.get(id) ?? '[]') }))
  }
}
