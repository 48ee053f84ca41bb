import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'

import { inBatches } from '../inBatches.ts'
import type { Database } from '../tables.ts'

/** Generations that one query finds, and messages that one statement deletes, before other work runs. */
const GENERATIONS = 500
const AT_ONCE = 50

/** Deletes all messages of a session, in a transaction of the caller: a message after those below it. */
export async function deleteMessages(db: Database, sessionId: string): Promise<void> {
  const roots = await db
    .selectFrom('message')
    .select('id')
    .where('sessionId', '=', sessionId)
    .where('parentId', 'is', null)
    .execute()
  const parentsFirst = roots.map(({ id }) => id)
  for (let parents: readonly string[] = parentsFirst.slice(); parents.length > 0; await setImmediate()) {
    const below = await listBelow(db, parents)
    for (const { id } of below) parentsFirst.push(id)
    parents = below.flatMap(({ id, generation }) => (generation === GENERATIONS ? [id] : []))
  }
  for await (const ids of inBatches(parentsFirst.reverse(), AT_ONCE)) {
    await db.deleteFrom('message').where('id', 'in', ids).execute()
  }
}

/** The messages below others, as far as one query looks. */
async function listBelow(db: Database, parentIds: readonly string[]) {
  return db
    .withRecursive('below', (query) =>
      query
        .selectFrom('message')
        .select(['id', sql<number>`1`.as('generation')])
        .where('parentId', 'in', parentIds)
        .unionAll((next) =>
          next
            .selectFrom('below')
            .innerJoin('message', 'message.parentId', 'below.id')
            .select(['message.id', sql<number>`below.generation + 1`.as('generation')])
            .where('below.generation', '<', GENERATIONS),
        ),
    )
    .selectFrom('below')
    .select(['below.id', 'below.generation'])
    .orderBy('below.generation')
    .execute()
}
