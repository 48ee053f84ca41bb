import type { StepDatabase } from './step.ts'

/** How much a model reads, as its provider last reported it. */
export async function up(db: StepDatabase): Promise<void> {
  await db.schema
    .createTable('reported_window')
    .addColumn('provider', 'text', (column) => column.notNull())
    .addColumn('host', 'text', (column) => column.notNull())
    .addColumn('model_name', 'text', (column) => column.notNull())
    .addColumn('tokens', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('reported_window_key', ['provider', 'host', 'model_name'])
    .execute()
}
