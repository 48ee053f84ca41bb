import type { Database } from '../tables.ts'
import type { MessageRole, MessageStatus } from '../../messages/message.ts'

/** A session's messages without their content, oldest first. */
export interface MessageTree {
  readonly nodes: ReadonlyMap<string, MessageNode>
  /** By the parent's id; the roots by null. */
  readonly children: ReadonlyMap<string | null, readonly MessageNode[]>
}

export interface MessageNode {
  readonly id: string
  readonly parentId: string | null
  readonly role: MessageRole
  readonly status: MessageStatus
}

export async function loadTree(db: Database, sessionId: string): Promise<MessageTree> {
  const nodes = await db
    .selectFrom('message')
    .select(['id', 'parentId', 'role', 'status'])
    .where('sessionId', '=', sessionId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
  return { nodes: new Map(nodes.map((node) => [node.id, node])), children: Map.groupBy(nodes, (node) => node.parentId) }
}

/** All messages with the same parent and role, this one included. */
export function siblingIds({ children }: MessageTree, node: Pick<MessageNode, 'parentId' | 'role'>): string[] {
  const siblings = children.get(node.parentId) ?? []
  return siblings.filter(({ role }) => role === node.role).map(({ id }) => id)
}

/** The newest answer one turn below a message: where Redo leads. */
export function findRedo(tree: MessageTree, id: string): string | undefined {
  return findAnswer(tree, tree.children.get(id)?.at(-1))
}

/** The answer that belongs to a message: itself, or the newest answer to a player's message. */
export function findAnswer({ children }: MessageTree, node: MessageNode | undefined): string | undefined {
  if (node === undefined || node.role === 'narrator') return node?.id
  return children.get(node.id)?.at(-1)?.id
}

/** The last answer on the newest branch below an answer; itself without any branch. */
export function newestBelow(tree: MessageTree, id: string): string {
  let last = id
  for (let next = findRedo(tree, last); next !== undefined; next = findRedo(tree, last)) last = next
  return last
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
