import type { Kysely } from 'kysely'

/** An answer in progress is saved in pieces of what was added, so saving a long one costs no more than a short one. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('answer_piece')
    .addColumn('message_id', 'text', (column) => column.notNull().references('message.id').onDelete('cascade'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('answer_piece_key', ['message_id', 'number'])
    .execute()
}
