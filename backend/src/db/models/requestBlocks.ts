import { sql } from 'kysely'

import { fromRelative } from '../../requests/blockRefs.ts'
import { type BlockPack, readPacks } from '../../requests/blockStream.ts'
import type { Database } from '../tables.ts'
import { readRefs } from './requestRow.ts'

interface Link {
  readonly id: string
  readonly baseId: string | null
  readonly shared: number
  readonly rest: string | null
}

/** The numbers of the blocks of a request, in order; null if its text is not kept. */
export async function loadBlockNumbers(db: Database, id: string): Promise<readonly number[] | null> {
  const { rows } = await sql<Link>`with recursive chain (id, base_id, shared, rest, links) as (
      select id, base_id, shared, rest, 0 from sent_request where id = ${id}
      union all
      select base.id, base.base_id, base.shared, base.rest, chain.links + 1
      from chain join sent_request base on base.id = chain.base_id
    )
    select id, base_id, shared, rest from chain order by links desc`.execute(db)
  // The first link lists its blocks in full, unless what it refers to was removed.
  let numbers: readonly number[] | null = rows[0]?.baseId === null ? [] : null
  for (const { baseId, shared, rest } of rows) {
    const refs = readRefs(rest)
    if (refs === null || numbers === null) return null
    numbers = fromRelative({ shared: baseId === null ? 0 : shared, rest: refs }, numbers)
  }
  return numbers
}

/** The blocks of a request, in order; null if its text is not kept. */
export async function loadRequestTexts(db: Database, id: string): Promise<readonly string[] | null> {
  const request = await db.selectFrom('sentRequest').select('ownerId').where('id', '=', id).executeTakeFirst()
  const numbers = await loadBlockNumbers(db, id)
  if (request === undefined || numbers === null) return null
  const texts = await loadBlockTexts(db, request.ownerId, numbers)
  return numbers.every((number) => texts.has(number)) ? numbers.map((number) => texts.get(number) ?? '') : null
}

/** The texts of blocks by their numbers. */
export async function loadBlockTexts(
  db: Database,
  ownerId: number,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const index = await db
    .selectFrom('blockPack')
    .select(['first', 'blocks', 'start'])
    .where('ownerId', '=', ownerId)
    .orderBy('first')
    .execute()
  const wanted = new Set(numbers)
  const starts = new Set(index.filter(({ first, blocks }) => hasAny(wanted, first, blocks)).map(({ start }) => start))
  const texts = new Map<number, string>()
  for (const start of starts) {
    const packs = await loadPacks(db, ownerId, start)
    for (const [number, text] of readPacks(packs)) if (wanted.has(number)) texts.set(number, text)
  }
  return texts
}

function hasAny(wanted: ReadonlySet<number>, first: number, blocks: number): boolean {
  for (let number = first; number < first + blocks; number += 1) if (wanted.has(number)) return true
  return false
}

/** The number of the next block. */
export async function findNextBlock(db: Database, ownerId: number): Promise<number> {
  const last = await db
    .selectFrom('blockPack')
    .select(['first', 'blocks'])
    .where('ownerId', '=', ownerId)
    .orderBy('first', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last === undefined ? 0 : last.first + last.blocks
}

/** All blocks of an owner, a few packs at once. */
export async function* eachOwnerBlock(db: Database, ownerId: number): AsyncGenerator<ReadonlyMap<number, string>> {
  const starts = await db
    .selectFrom('blockPack')
    .select('start')
    .distinct()
    .where('ownerId', '=', ownerId)
    .orderBy('start')
    .execute()
  for (const { start } of starts) yield readPacks(await loadPacks(db, ownerId, start))
}

/** The packs that follow each other from a start, in order. */
export const loadPacks = (db: Database, ownerId: number, start: number): Promise<BlockPack[]> =>
  db
    .selectFrom('blockPack')
    .select(['first', 'blocks', 'start', 'bytes'])
    .where('ownerId', '=', ownerId)
    .where('start', '=', start)
    .orderBy('first')
    .execute()

export interface RequestBlockNumbers {
  readonly id: string
  readonly numbers: readonly number[]
}

const ROWS = 200

/** The blocks of all requests of an owner whose text is kept, oldest first. */
export async function* eachRequestBlocks(db: Database, ownerId: number): AsyncGenerator<RequestBlockNumbers> {
  /** The last request for each purpose, which the next one may refer to. */
  const last = new Map<string, RequestBlockNumbers>()
  for (let after = ''; ;) {
    const rows = await db
      .selectFrom('sentRequest')
      .select(['id', 'purpose', 'baseId', 'shared', 'rest'])
      .where('ownerId', '=', ownerId)
      .where('id', '>', after)
      .orderBy('id')
      .limit(ROWS)
      .execute()
    for (const { id, purpose, baseId, shared, rest } of rows) {
      const refs = readRefs(rest)
      const base = last.get(purpose)
      if (refs === null) continue
      const known = baseId === null ? [] : base?.id === baseId ? base.numbers : await loadBlockNumbers(db, baseId)
      if (known === null) continue
      const numbers = fromRelative({ shared: baseId === null ? 0 : shared, rest: refs }, known)
      last.set(purpose, { id, numbers })
      yield { id, numbers }
    }
    if (rows.length < ROWS) return
    after = rows.at(-1)?.id ?? after
  }
}
