import type { Database } from '../tables.ts'

interface TreeNode {
  readonly id: string
  readonly parentId: string | null
}

/** The messages of a session, each after its parent. */
export async function listTree(db: Database, sessionId: string): Promise<readonly TreeNode[]> {
  const rows = await db
    .selectFrom('message')
    .select(['id', 'parentId'])
    .where('sessionId', '=', sessionId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
  const children = Map.groupBy(rows, ({ parentId }) => parentId)
  const ordered = [...(children.get(null) ?? [])]
  for (const { id } of ordered) ordered.push(...(children.get(id) ?? []))
  return ordered
}
