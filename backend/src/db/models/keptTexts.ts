import { sql } from 'kysely'

import type { Database } from '../tables.ts'

export interface KeptTexts {
  readonly requests: number
  /** What their texts take in the database. */
  readonly bytes: number
}

/** How many requests have their text, and its size. */
export async function countKeptTexts(db: Database): Promise<KeptTexts> {
  const [kept, packs] = await Promise.all([
    db
      .selectFrom('sentRequest')
      .select(({ fn }) => fn.countAll<number | string>().as('requests'))
      .where('rest', 'is not', null)
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('blockPack')
      .select(({ ref }) => sql<number | string | null>`sum(length(${ref('bytes')}))`.as('bytes'))
      .executeTakeFirstOrThrow(),
  ])
  return { requests: Number(kept.requests), bytes: Number(packs.bytes ?? 0) }
}
