import type { StoredReceiptEntry } from '../../messages/receipt.ts'
import { textOf } from '../../messages/part.ts'
import type { Database } from '../tables.ts'
import { readParts, readReceipts } from './messageRow.ts'
import { type PathLength, walkUp } from './pathSteps.ts'

/** A turn: its answer's receipts, and the answer before it. */
export interface PathTurn {
  readonly answerBeforeId: string
  readonly receipts: readonly StoredReceiptEntry[]
  /** The player's message. */
  readonly text: string
}

const SLICE: PathLength = { messages: 60, bytes: 512 * 1024 }

/** The turns on the path to a message, the last one first, without the opening. */
export async function* listPathTurns(db: Database, sessionId: string, lastId: string): AsyncGenerator<PathTurn> {
  let receipts: readonly StoredReceiptEntry[] | null = null
  let text = ''
  for await (const steps of walkUp(db, sessionId, lastId, SLICE)) {
    const ids = steps.map(({ id }) => id)
    const rows = await db.selectFrom('message').select(['id', 'parts', 'receipts']).where('id', 'in', ids).execute()
    const stored = new Map(rows.map((row) => [row.id, row]))
    for (const { id, role } of steps) {
      const row = stored.get(id)
      if (role === 'player') text = row === undefined ? '' : textOf({ parts: readParts(row.parts) })
      else {
        if (receipts !== null) yield { answerBeforeId: id, receipts, text }
        receipts = readReceipts(row?.receipts ?? '[]')
        text = ''
      }
    }
  }
}
