import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'

import { addPack, type BlockPack, readPacks, streamFrom } from '../../requests/blockStream.ts'
import type { RequestRecorder } from '../../requests/requestRecorder.ts'
import { isSqlite } from '../runTogether.ts'
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
  const isAborted = (): boolean => signal?.aborted === true
  let hasRemoved = false
  for (let last = ''; !isAborted();) {
    const rows = await listOld(db, { before, last })
    hasRemoved ||= rows.length > 0
    await removeAlone(
      db,
      rows.flatMap(({ ownerId, sessionId }) => (sessionId === null ? [ownerId] : [])),
    )
    for (const sessionId of new Set(rows.map((row) => row.sessionId))) {
      if (sessionId === null || done.has(sessionId)) continue
      if (isAborted()) break
      done.add(sessionId)
      await recorder.alone(sessionId, () => removeOfSession(db, sessionId, before))
    }
    if (rows.length < AT_ONCE) break
    last = rows.at(-1)?.id ?? last
    await setImmediate()
  }
  // What was overwritten is also in the log of the last changes.
  if (hasRemoved && isSqlite(db)) await sql`pragma wal_checkpoint(truncate)`.execute(db)
}

/** Requests before a time that have their text, and an id after the last one. */
const listOld = (db: Database, { before, last }: { readonly before: string; readonly last: string }) =>
  db
    .selectFrom('sentRequest')
    .innerJoin('requestOwner', 'requestOwner.id', 'sentRequest.ownerId')
    .select(['sentRequest.id', 'ownerId', 'sessionId'])
    .where('sentRequest.id', '>', last)
    .where('startedAt', '<', before)
    .where('rest', 'is not', null)
    .orderBy('sentRequest.id')
    .limit(AT_ONCE)
    .execute()

/** Requests without a session share nothing. */
async function removeAlone(db: Database, ownerIds: readonly number[]): Promise<void> {
  if (ownerIds.length === 0) return
  await db.transaction().execute(async (all) => {
    await all.updateTable('sentRequest').set(REMOVED).where('ownerId', 'in', ownerIds).execute()
    await all.deleteFrom('blockPack').where('ownerId', 'in', ownerIds).execute()
  })
}

const REMOVED = { rest: null, baseId: null }

/** What stays is prepared first, because other writes wait for a transaction. The session adds nothing meanwhile. */
async function removeOfSession(db: Database, sessionId: string, before: string): Promise<void> {
  const ownerId = await findRequestOwner(db, sessionId)
  if (ownerId === undefined) return
  const firsts = await listFirsts(db, ownerId, before)
  const replacements = await replacePacks(db, ownerId, await findUsedBlocks(db, { ownerId, before, firsts }))
  await db.transaction().execute(async (all) => {
    for (const [id, numbers] of firsts) {
      const rest = numbers === null ? null : JSON.stringify(numbers)
      await all.updateTable('sentRequest').set({ baseId: null, depth: 0, rest }).where('id', '=', id).execute()
    }
    await all
      .updateTable('sentRequest')
      .set(REMOVED)
      .where('ownerId', '=', ownerId)
      .where('startedAt', '<', before)
      .where('rest', 'is not', null)
      .execute()
    for (const [start, pack] of replacements) {
      await all.deleteFrom('blockPack').where('ownerId', '=', ownerId).where('start', '=', start).execute()
      if (pack !== null)
        await all
          .insertInto('blockPack')
          .values({ ownerId, ...pack })
          .execute()
    }
  })
}

/** The first request of each purpose that stays, with all of its blocks: it can refer to none before it. */
async function listFirsts(db: Database, ownerId: number, before: string) {
  const rows = await db
    .selectFrom('sentRequest')
    .select(['purpose', (select) => select.fn.min('id').as('id')])
    .where('ownerId', '=', ownerId)
    .where('startedAt', '>=', before)
    .where('rest', 'is not', null)
    .groupBy('purpose')
    .execute()
  const firsts = new Map<string, readonly number[] | null>()
  for (const { id } of rows) firsts.set(id, await loadBlockNumbers(db, id))
  return firsts
}

interface StayingRequests {
  readonly ownerId: number
  readonly before: string
  readonly firsts: ReadonlyMap<string, readonly number[] | null>
}

async function findUsedBlocks(db: Database, { ownerId, before, firsts }: StayingRequests) {
  const kept = await db
    .selectFrom('sentRequest')
    .select('rest')
    .where('ownerId', '=', ownerId)
    .where('startedAt', '>=', before)
    .where('rest', 'is not', null)
    .execute()
  const added = kept.flatMap(({ rest }) => readRefs(rest) ?? []).filter((ref) => typeof ref === 'number')
  return new Set([...added, ...[...firsts.values()].flatMap((numbers) => numbers ?? [])])
}

/**
 * What takes the place of packs that refer to each other, by their start: one pack, in which blocks that no request has
 * are empty, or none. Packs that stay as they are have no entry; those that can't be read are dropped.
 */
async function replacePacks(db: Database, ownerId: number, used: ReadonlySet<number>) {
  const starts = await db.selectFrom('blockPack').select('start').distinct().where('ownerId', '=', ownerId).execute()
  const replacements = new Map<number, BlockPack | null>()
  for (const { start } of starts) {
    const texts = readTexts(await loadPacks(db, ownerId, start))
    const kept = texts.map(([number, text]) => (used.has(number) ? text : ''))
    if (kept.every((text) => text === '')) replacements.set(start, null)
    else if (texts.some(([, text], at) => text !== kept[at])) {
      replacements.set(start, (await addPack(streamFrom(start), kept)).pack)
    }
  }
  return replacements
}

function readTexts(packs: readonly BlockPack[]): readonly (readonly [number, string])[] {
  try {
    return [...readPacks(packs)]
  } catch {
    return []
  }
}
