import { type Kysely, sql } from 'kysely'

/** What a test has shown is kept apart from the config: testing changes no byte of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('connection_test')
    .addColumn('model_config_id', 'text', (column) =>
      column.primaryKey().references('model_config.id').onDelete('cascade'),
    )
    .addColumn('result', 'text', (column) => column.notNull())
    .execute()
  await sql`insert into connection_test (model_config_id, result)
    select id, last_test from model_config where last_test is not null`.execute(db)
  await db.schema.alterTable('model_config').dropColumn('last_test').execute()
}
