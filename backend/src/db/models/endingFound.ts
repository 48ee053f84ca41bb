import type { Database } from '../tables.ts'

/** The nodes at which any session of this gamebook has ended. */
export async function findEndingsFound(db: Database, gamebookId: string): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('endingFound').select('nodeId').where('gamebookId', '=', gamebookId).execute()
  return new Set(rows.map(({ nodeId }) => nodeId))
}

export async function endingsFoundByGamebook(db: Database): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rows = await db.selectFrom('endingFound').select(['gamebookId', 'nodeId']).execute()
  const byGamebook = Map.groupBy(rows, ({ gamebookId }) => gamebookId)
  return new Map([...byGamebook].map(([id, endings]) => [id, new Set(endings.map(({ nodeId }) => nodeId))]))
}
