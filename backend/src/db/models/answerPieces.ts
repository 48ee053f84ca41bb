import { parseJson } from '../../json.ts'
import { addPieces, type AnswerPiece, PieceContent } from '../../messages/answerPiece.ts'
import type { Message } from '../../messages/message.ts'
import { compileOnce } from '../compileOnce.ts'
import { runTogether } from '../runTogether.ts'
import type { Database, MessageRow } from '../tables.ts'
import { toMessage } from './messageRow.ts'
import { createMessageWrites } from './messageWrites.ts'

/** The statements that store pieces of answers. */
export function createPieceWrites(db: Database) {
  return {
    /** A piece that is stored again may have become longer. */
    save: compileOnce(
      ({ messageId, number, content }: AnswerPiece) =>
        db
          .insertInto('answerPiece')
          .values({ messageId, number, content: JSON.stringify(content) })
          .onConflict((conflict) =>
            conflict
              .columns(['messageId', 'number'])
              .doUpdateSet({ content: (build) => build.ref('excluded.content') }),
          ),
      ({ messageId, number, content }) => [messageId, number, JSON.stringify(content)],
    ),
    removeAll: compileOnce(
      (messageId: string) => db.deleteFrom('answerPiece').where('messageId', '=', messageId),
      (messageId) => [messageId],
    ),
  }
}

/** The message with everything that was saved of it. */
export async function withPieces(db: Database, message: Message): Promise<Message> {
  return message.status === 'streaming' ? addPieces(message, await loadPieces(db, message.id)) : message
}

/** Moves what was saved in pieces into the message. Does nothing if the message can't be read. */
export async function joinPieces(db: Database, id: string): Promise<void> {
  const pieces = await loadPieces(db, id)
  if (pieces.length === 0) return
  const row = await db.selectFrom('message').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const message = readMessage(row)
  if (message === null) return
  await runTogether(db, [
    createMessageWrites(db).setContent(addPieces(message, pieces)),
    createPieceWrites(db).removeAll(id),
  ])
}

function readMessage(row: MessageRow): Message | null {
  try {
    return toMessage(row, null)
  } catch {
    return null
  }
}

/** The pieces up to the first one that can't be read. */
async function loadPieces(db: Database, messageId: string): Promise<readonly PieceContent[]> {
  const query = db.selectFrom('answerPiece').select('content').where('messageId', '=', messageId).orderBy('number')
  const pieces: PieceContent[] = []
  for (const { content } of await query.execute()) {
    const { data } = PieceContent.safeParse(parseJson(content))
    if (data === undefined) break
    pieces.push(data)
  }
  return pieces
}
