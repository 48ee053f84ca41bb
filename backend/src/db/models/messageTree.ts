import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'

import type { Database } from '../tables.ts'
import type { MessageRole } from '../../messages/message.ts'

/** The place of a message in the tree of its session. */
export interface MessageNode {
  readonly id: string
  readonly parentId: string | null
  readonly role: MessageRole
}

export async function findNode(db: Database, sessionId: string, id: string): Promise<MessageNode | undefined> {
  return db
    .selectFrom('message')
    .select(['id', 'parentId', 'role'])
    .where('id', '=', id)
    .where('sessionId', '=', sessionId)
    .executeTakeFirst()
}

/** All messages with the parent and the role of a message, this one included, oldest first. */
export type SiblingIds = (node: MessageNode) => readonly string[]

export async function loadSiblingIds(
  db: Database,
  sessionId: string,
  nodes: readonly MessageNode[],
): Promise<SiblingIds> {
  const hasRoot = nodes.some(({ parentId }) => parentId === null)
  const parentIds = nodes.flatMap(({ parentId }) => parentId ?? [])
  const inOrder = db.selectFrom('message').select(['id', 'parentId', 'role']).orderBy('createdAt').orderBy('id')
  // Two queries, because each can use an index.
  const [roots, others] = await Promise.all([
    hasRoot ? inOrder.where('sessionId', '=', sessionId).where('parentId', 'is', null).execute() : [],
    parentIds.length === 0 ? [] : inOrder.where('parentId', 'in', parentIds).execute(),
  ])
  const children = Map.groupBy([...roots, ...others], ({ parentId }) => parentId)
  return ({ parentId, role }) =>
    (children.get(parentId) ?? []).flatMap((sibling) => (sibling.role === role ? [sibling.id] : []))
}

/** The messages of one role below another; below null, the roots. */
export async function listChildIds(
  db: Database,
  sessionId: string,
  parentId: string | null,
  role: MessageRole,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('message')
    .select('id')
    .where('sessionId', '=', sessionId)
    .where('parentId', parentId === null ? 'is' : '=', parentId)
    .where('role', '=', role)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

export async function countMessages(db: Database, sessionId: string): Promise<number> {
  const { count } = await db
    .selectFrom('message')
    .where('sessionId', '=', sessionId)
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** The newest answer one turn below a message: where Redo leads. */
export async function findRedo(db: Database, id: string): Promise<string | undefined> {
  return (await listNewestBelow(db, id, 2)).find(({ role }) => role === 'narrator')?.id
}

/** The answer that belongs to a message: itself, or the newest answer to a player's message. */
export async function findAnswer(db: Database, { id, role }: MessageNode): Promise<string | undefined> {
  return role === 'narrator' ? id : (await listNewestBelow(db, id, 1))[0]?.id
}

/** The last answer on the newest branch below an answer; the answer itself if there is no branch. */
export async function findNewestBelow(db: Database, answerId: string): Promise<string> {
  let newest = answerId
  for (let from = answerId; ; await setImmediate()) {
    const below = await listNewestBelow(db, from, STEPS_AT_ONCE)
    newest = below.findLast(({ role }) => role === 'narrator')?.id ?? newest
    if (below.length < STEPS_AT_ONCE) return newest
    from = below.at(-1)?.id ?? from
  }
}

/** How far one query walks. Other work runs before the next one. */
const STEPS_AT_ONCE = 500

/** The newest child of a message, the newest child of that one, and so on. */
async function listNewestBelow(
  db: Database,
  id: string,
  steps: number,
): Promise<readonly Omit<MessageNode, 'parentId'>[]> {
  return db
    .withRecursive('below', (query) =>
      query
        .selectFrom('message')
        .select([sql<string | null>`id`.as('id'), sql<number>`0`.as('depth')])
        .where('id', '=', id)
        .unionAll((next) =>
          next
            .selectFrom('below')
            .select((select) => [
              select
                .selectFrom('message as child')
                .select('child.id')
                .whereRef('child.parentId', '=', 'below.id')
                .orderBy('child.createdAt', 'desc')
                .orderBy('child.id', 'desc')
                .limit(1)
                .as('id'),
              sql<number>`below.depth + 1`.as('depth'),
            ])
            .where('below.id', 'is not', null)
            .where('below.depth', '<', steps),
        ),
    )
    .selectFrom('below')
    .innerJoin('message', 'message.id', 'below.id')
    .select(['message.id', 'message.role'])
    .where('below.depth', '>', 0)
    .orderBy('below.depth')
    .execute()
}
