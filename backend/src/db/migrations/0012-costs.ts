import type { StepDatabase } from './step.ts'

/** What requests cost: the prices of models, and what was used on each day. */
export async function up(db: StepDatabase): Promise<void> {
  await db.schema
    .createTable('model_price')
    .addColumn('model_config_id', 'text', (column) =>
      column.primaryKey().references('model_config.id').onDelete('cascade'),
    )
    .addColumn('prices', 'text', (column) => column.notNull())
    .execute()
  await db.schema.alterTable('model_request').addColumn('usage_notice', 'text').execute()
  await db.schema
    .createTable('usage_day')
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('model_config_id', 'text', (column) => column.notNull())
    .addColumn('provider', 'text', (column) => column.notNull())
    .addColumn('host', 'text', (column) => column.notNull())
    .addColumn('model_name', 'text', (column) => column.notNull())
    .addColumn('currency', 'text', (column) => column.notNull())
    .addColumn('label', 'text', (column) => column.notNull())
    .addColumn('requests', 'integer', (column) => column.notNull())
    .addColumn('turns', 'integer', (column) => column.notNull())
    .addColumn('uncounted', 'integer', (column) => column.notNull())
    .addColumn('input_tokens', 'double precision', (column) => column.notNull())
    .addColumn('cached_tokens', 'double precision', (column) => column.notNull())
    .addColumn('output_tokens', 'double precision', (column) => column.notNull())
    .addColumn('cost', 'double precision', (column) => column.notNull())
    .addPrimaryKeyConstraint('usage_day_key', ['day', 'model_config_id', 'provider', 'host', 'model_name', 'currency'])
    .execute()
}
