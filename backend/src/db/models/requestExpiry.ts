import { setImmediate } from 'node:timers/promises'

import { addPack, readPacks, streamFrom } from '../../requests/blockStream.ts'
import type { RequestRecorder } from '../../requests/requestRecorder.ts'
import type { Database } from '../tables.ts'
import { loadBlockNumbers, loadPacks } from './requestBlocks.ts'
import { findRequestOwner } from './requestOwner.ts'
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
      .selectFrom('sentRequest')
      .innerJoin('requestOwner', 'requestOwner.id', 'sentRequest.ownerId')
      .select(['sentRequest.id', 'ownerId', 'sessionId', 'startedAt', 'rest'])
      .where('sentRequest.id', '>', last)
      .orderBy('sentRequest.id')
      .limit(AT_ONCE)
      .execute()
    const old = rows.filter(({ startedAt, rest }) => rest !== null && startedAt < before)
    await removeAlone(
      db,
      old.flatMap(({ ownerId, sessionId }) => (sessionId === null ? [ownerId] : [])),
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
async function removeAlone(db: Database, ownerIds: readonly number[]): Promise<void> {
  if (ownerIds.length === 0) return
  await db.transaction().execute(async (all) => {
    await all.updateTable('sentRequest').set(REMOVED).where('ownerId', 'in', ownerIds).execute()
    await all.deleteFrom('blockPack').where('ownerId', 'in', ownerIds).execute()
  })
}

const REMOVED = { rest: null, baseId: null }

async function removeOfSession(db: Database, sessionId: string, before: string): Promise<void> {
  await db.transaction().execute(async (all) => {
    const ownerId = await findRequestOwner(all, sessionId)
    if (ownerId === undefined) return
    await listInFull(all, ownerId, before)
    await all
      .updateTable('sentRequest')
      .set(REMOVED)
      .where('ownerId', '=', ownerId)
      .where('startedAt', '<', before)
      .execute()
    await removeUnusedBlocks(all, ownerId)
  })
}

/** The first request of each purpose that stays refers to none before it. */
async function listInFull(db: Database, ownerId: number, before: string): Promise<void> {
  const firsts = await db
    .selectFrom('sentRequest')
    .select(['purpose', (select) => select.fn.min('id').as('id')])
    .where('ownerId', '=', ownerId)
    .where('startedAt', '>=', before)
    .where('rest', 'is not', null)
    .groupBy('purpose')
    .execute()
  for (const { id } of firsts) {
    const numbers = await loadBlockNumbers(db, id)
    const full = { baseId: null, depth: 0, rest: numbers === null ? null : JSON.stringify(numbers) }
    await db.updateTable('sentRequest').set(full).where('id', '=', id).execute()
  }
}

/** Packs that refer to each other are replaced by one, in which unused blocks are empty. */
async function removeUnusedBlocks(db: Database, ownerId: number): Promise<void> {
  const used = await findUsedBlocks(db, ownerId)
  const starts = await db.selectFrom('blockPack').select('start').distinct().where('ownerId', '=', ownerId).execute()
  for (const { start } of starts) {
    const texts = [...readPacks(await loadPacks(db, ownerId, start))]
    if (texts.every(([number]) => used.has(number))) continue
    await db.deleteFrom('blockPack').where('ownerId', '=', ownerId).where('start', '=', start).execute()
    const kept = texts.map(([number, text]) => (used.has(number) ? text : ''))
    if (kept.every((text) => text === '')) continue
    const { pack } = await addPack(streamFrom(start), kept)
    await db
      .insertInto('blockPack')
      .values({ ownerId, ...pack })
      .execute()
  }
}

async function findUsedBlocks(db: Database, ownerId: number): Promise<ReadonlySet<number>> {
  const kept = await db
    .selectFrom('sentRequest')
    .select('rest')
    .where('ownerId', '=', ownerId)
    .where('rest', 'is not', null)
    .execute()
  return new Set(kept.flatMap(({ rest }) => readRefs(rest) ?? []).filter((ref) => typeof ref === 'number'))
}
