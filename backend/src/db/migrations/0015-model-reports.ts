import type { StepDatabase } from './step.ts'

/** What a benchmark has found out about the model of a config. */
export async function up(db: StepDatabase): Promise<void> {
  await db.schema
    .createTable('model_report')
    .addColumn('model_config_id', 'text', (column) =>
      column.primaryKey().references('model_config.id').onDelete('cascade'),
    )
    .addColumn('run_id', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('book_hash', 'text', (column) => column.notNull())
    .addColumn('total', 'integer', (column) => column.notNull())
    .addColumn('turns', 'text', (column) => column.notNull())
    .addColumn('error', 'text')
    .addColumn('started_at', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .execute()
}
