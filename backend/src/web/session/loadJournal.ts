import { readReceipts } from '../../db/models/messageRow.ts'
import { type PathLength, walkUp } from '../../db/models/pathSteps.ts'
import type { Message } from '../../messages/message.ts'
import type { AppServices } from '../appServices.ts'
import type { JournalLine } from '../schemas/session.ts'

/** Older lines are left out: the story itself has them. */
const MOST_LINES = 1000
const SLICE: PathLength = { messages: 200, bytes: 512 * 1024 }

/** What the engine did on the path to a message, oldest first. */
export async function loadJournal(
  { db, engine }: Pick<AppServices, 'db' | 'engine'>,
  sessionId: string,
  lastId: string,
): Promise<readonly JournalLine[]> {
  const running = engine.unstoredAnswer(sessionId)
  const newestFirst: JournalLine[] = []
  for await (const steps of walkUp(db, sessionId, lastId, SLICE)) {
    const ids = steps.map(({ id }) => id)
    const rows = await db
      .selectFrom('message')
      .select(['id', 'receipts'])
      .where('id', 'in', ids)
      .where('receipts', '<>', '[]')
      .execute()
    const stored = new Map(rows.map(({ id, receipts }) => [id, receipts]))
    for (const id of ids) {
      const receipts = id === running?.id ? running.receipts : readReceipts(stored.get(id) ?? '[]')
      newestFirst.push(...toLines(id, receipts).toReversed())
    }
    if (newestFirst.length >= MOST_LINES) break
  }
  return newestFirst.slice(0, MOST_LINES).reverse()
}

/** Receipts without a line were not shown to the player. */
function toLines(messageId: string, receipts: Message['receipts']): readonly JournalLine[] {
  return receipts.flatMap(({ line }) => (line === '' ? [] : [{ messageId, line }]))
}
