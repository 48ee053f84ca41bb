import type { StepDatabase } from './step.ts'

/** How a model gets its functions, and how long it may take. */
export async function up(db: StepDatabase): Promise<void> {
  const table = db.schema.alterTable('model_config')
  await table.addColumn('tool_style', 'text', (column) => column.notNull().defaultTo('growing')).execute()
  await table.addColumn('timeouts', 'text', (column) => column.notNull().defaultTo('{}')).execute()
}
