import { setImmediate } from 'node:timers/promises'

import type { RequestRecorder } from '../../requests/requestRecorder.ts'
import type { Database } from '../tables.ts'
import { loadBlockNumbers } from './requestBlocks.ts'
import { readRefs } from './requestRow.ts'

const AT_ONCE = 500

/** Removes the texts of all requests before a time, a few at once. Their usage stays. Ends early if it is aborted. */
export async function removeRequestTexts(
  db: Database,
  recorder: Pick<RequestRecorder, 'alone'>,
  before: string,
  signal?: AbortSignal,
): Promise<void> {
  const done = new Set<string>()
  for (let last = ''; signal?.aborted !== true;) {
    const rows = await db
      .selectFrom('modelRequest')
      .select(['id', 'sessionId', 'startedAt', 'rest'])
      .where('id', '>', last)
      .orderBy('id')
      .limit(AT_ONCE)
      .execute()
    const old = rows.filter(({ startedAt, rest }) => rest !== null && startedAt < before)
    await removeAlone(
      db,
      old.flatMap(({ id, sessionId }) => (sessionId === null ? [id] : [])),
    )
    for (const sessionId of new Set(old.map((row) => row.sessionId))) {
      if (sessionId === null || done.has(sessionId)) continue
      done.add(sessionId)
      await recorder.alone(sessionId, () => removeOfSession(db, sessionId, before))
    }
    // Ids grow with time.
    if (rows.length < AT_ONCE || rows.every(({ startedAt }) => startedAt >= before)) return
    last = rows.at(-1)?.id ?? last
    await setImmediate()
  }
}

/** Requests without a session share nothing. */
async function removeAlone(db: Database, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await db.transaction().execute(async (all) => {
    await all.updateTable('modelRequest').set(REMOVED).where('id', 'in', ids).execute()
    await all.deleteFrom('promptPack').where('owner', 'in', ids).execute()
  })
}

const REMOVED = { rest: null, baseId: null }

async function removeOfSession(db: Database, sessionId: string, before: string): Promise<void> {
  await db.transaction().execute(async (all) => {
    await listInFull(all, sessionId, before)
    await all
      .updateTable('modelRequest')
      .set(REMOVED)
      .where('sessionId', '=', sessionId)
      .where('startedAt', '<', before)
      .execute()
    const used = await findUsedStarts(all, sessionId)
    await all
      .deleteFrom('promptPack')
      .where('owner', '=', sessionId)
      .$if(used.length > 0, (query) => query.where('start', 'not in', used))
      .execute()
  })
}

/** The first request of each purpose that stays refers to none before it. */
async function listInFull(db: Database, sessionId: string, before: string): Promise<void> {
  const firsts = await db
    .selectFrom('modelRequest')
    .select(['purpose', (select) => select.fn.min('id').as('id')])
    .where('sessionId', '=', sessionId)
    .where('startedAt', '>=', before)
    .where('rest', 'is not', null)
    .groupBy('purpose')
    .execute()
  for (const { id } of firsts) {
    const numbers = await loadBlockNumbers(db, id)
    const full = { baseId: null, depth: 0, rest: numbers === null ? null : JSON.stringify(numbers) }
    await db.updateTable('modelRequest').set(full).where('id', '=', id).execute()
  }
}

/** Texts that were packed together stay while one of them is used. */
async function findUsedStarts(db: Database, sessionId: string): Promise<readonly number[]> {
  const kept = await db
    .selectFrom('modelRequest')
    .select('rest')
    .where('sessionId', '=', sessionId)
    .where('rest', 'is not', null)
    .execute()
  const used = new Set(kept.flatMap(({ rest }) => readRefs(rest) ?? []).filter((ref) => typeof ref === 'number'))
  const packs = await db
    .selectFrom('promptPack')
    .select(['first', 'blocks', 'start'])
    .where('owner', '=', sessionId)
    .execute()
  const starts = packs.flatMap(({ first, blocks, start }) =>
    Array.from({ length: blocks }, (_, at) => first + at).some((number) => used.has(number)) ? [start] : [],
  )
  return [...new Set(starts)]
}
