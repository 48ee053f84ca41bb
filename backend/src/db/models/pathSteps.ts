import { sql } from 'kysely'

import type { MessageRole } from '../../messages/message.ts'
import type { Database } from '../tables.ts'
import { waitForSlice } from '../waitForSlice.ts'

/** A message on a path. */
export interface PathStep {
  readonly id: string
  readonly parentId: string | null
  readonly role: MessageRole
}

/** How much of a path is read at once. */
export interface PathLength {
  readonly messages: number
  /** Of content: fewer messages are read if they are long, but always the last few. */
  readonly bytes: number
}

/** The last answer, with the message before it and the answer before that. */
const FEWEST_MESSAGES = 3

const CONTENT_BYTES = sql<number>`cast(octet_length(message.parts) + octet_length(message.receipts) as bigint)`

/** The last messages on the path to a message, from that message upward. Empty for a message of another session. */
export async function findStepsUp(
  db: Database,
  sessionId: string,
  lastId: string,
  { messages, bytes }: PathLength,
): Promise<readonly PathStep[]> {
  return db
    .withRecursive('path', (query) =>
      query
        .selectFrom('message')
        .select(['id', 'parentId', 'role', sql<number>`1`.as('count'), CONTENT_BYTES.as('bytes')])
        .where('id', '=', lastId)
        .where('sessionId', '=', sessionId)
        .unionAll((above) =>
          above
            .selectFrom('path')
            .innerJoin('message', 'message.id', 'path.parentId')
            .select([
              'message.id',
              'message.parentId',
              'message.role',
              sql<number>`path.count + 1`.as('count'),
              sql<number>`path.bytes + ${CONTENT_BYTES}`.as('bytes'),
            ])
            .where('path.count', '<', messages)
            .where(({ eb, or }) => or([eb('path.count', '<', FEWEST_MESSAGES), eb('path.bytes', '<=', bytes)])),
        ),
    )
    .selectFrom('path')
    .select(['path.id', 'path.parentId', 'path.role'])
    .where(({ eb, or }) => or([eb('path.count', '<=', FEWEST_MESSAGES), eb('path.bytes', '<=', bytes)]))
    .orderBy('path.count')
    .execute()
}

/** The path to a message in slices, from that message up to the root. Other work runs between two slices. */
export async function* walkUp(
  db: Database,
  sessionId: string,
  lastId: string | null,
  length: PathLength,
): AsyncGenerator<readonly PathStep[]> {
  for (let next = lastId; next !== null; await waitForSlice()) {
    const steps = await findStepsUp(db, sessionId, next, length)
    if (steps.length === 0) return
    yield steps
    next = steps.at(-1)?.parentId ?? null
  }
}

/** Slices for a walk that reads no content. */
export const ONLY_STEPS: PathLength = { messages: 1000, bytes: Number.MAX_SAFE_INTEGER }

export async function countPath(db: Database, sessionId: string, lastId: string): Promise<number> {
  let count = 0
  for await (const steps of walkUp(db, sessionId, lastId, ONLY_STEPS)) count += steps.length
  return count
}
