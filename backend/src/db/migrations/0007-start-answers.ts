import type { Kysely } from 'kysely'

/** What the player answered before the first page, for the sessions with an answer. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('start_answers')
    .addColumn('session_id', 'text', (column) => column.primaryKey().references('session.id').onDelete('cascade'))
    .addColumn('answers', 'text', (column) => column.notNull())
    .execute()
}
