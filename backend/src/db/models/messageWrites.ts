import { compileOnce } from '../compileOnce.ts'
import type { Database } from '../tables.ts'
import type { Message } from '../../messages/message.ts'
import { toEndColumns, toMessageRow, toContentColumns } from './messageRow.ts'
import { hashSystemText } from './systemText.ts'

/** The statements that store messages. */
export function createMessageWrites(db: Database) {
  const toEnded = (message: Message) => ({ ...toContentColumns(message), ...toEndColumns(message) })
  return {
    /** Must run before an answer that refers to the text is stored. Does nothing if the text is stored already. */
    saveSystemText: compileOnce(
      (text: string) =>
        db
          .insertInto('systemText')
          .values({ hash: hashSystemText(text), text })
          .onConflict((conflict) => conflict.column('hash').doNothing()),
      (text) => [hashSystemText(text), text],
    ),
    /** Does nothing if a message with this id is stored already. */
    insert: compileOnce(
      (message: Message) =>
        db
          .insertInto('message')
          .values(toMessageRow(message))
          .onConflict((conflict) => conflict.column('id').doNothing()),
      (message) => Object.values(toMessageRow(message)),
    ),
    setContent: compileOnce(
      (answer: Message) => db.updateTable('message').set(toContentColumns(answer)).where('id', '=', answer.id),
      (answer) => [...Object.values(toContentColumns(answer)), answer.id],
    ),
    end: compileOnce(
      (answer: Message) => db.updateTable('message').set(toEnded(answer)).where('id', '=', answer.id),
      (answer) => [...Object.values(toEnded(answer)), answer.id],
    ),
  }
}
