import { listPathReceipts } from '../../db/models/pathReceipts.ts'
import type { Message } from '../../messages/message.ts'
import type { AppServices } from '../appServices.ts'
import type { JournalLine } from '../schemas/session.ts'

/** Older lines are left out: the story itself has them. */
const MOST_LINES = 1000

/**
 * What the engine did on the path to a message, oldest first.
 * @param isNeeded called from time to time: reading ends when no one is waiting for it
 */
export async function loadJournal(
  { db, engine }: Pick<AppServices, 'db' | 'engine'>,
  sessionId: string,
  lastId: string,
  isNeeded: () => boolean,
): Promise<readonly JournalLine[]> {
  const running = engine.unstoredAnswer(sessionId)
  const newestFirst: JournalLine[] = []
  for await (const slice of listPathReceipts(db, sessionId, lastId)) {
    for (const { id, receipts } of slice) {
      const lines = toLines(id, id === running?.id ? running.receipts : receipts)
      newestFirst.push(...lines.toReversed())
    }
    if (newestFirst.length >= MOST_LINES || !isNeeded()) break
  }
  return newestFirst.slice(0, MOST_LINES).reverse()
}

/** Receipts without a line were not shown to the player. */
function toLines(messageId: string, receipts: Message['receipts']): readonly JournalLine[] {
  return receipts.flatMap(({ line }) => (line === '' ? [] : [{ messageId, line }]))
}
