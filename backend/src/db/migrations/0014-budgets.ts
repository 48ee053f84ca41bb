import type { StepDatabase } from './step.ts'

/** Limits on what is spent, what was spent of them in each period, and what running requests may still spend. */
export async function up(db: StepDatabase): Promise<void> {
  await db.schema
    .createTable('budget')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('unit', 'text', (column) => column.notNull())
    .addColumn('limit', 'double precision', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('budget_use')
    .addColumn('budget_id', 'text', (column) => column.notNull().references('budget.id').onDelete('cascade'))
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('used', 'double precision', (column) => column.notNull())
    .addPrimaryKeyConstraint('budget_use_key', ['budget_id', 'period'])
    .execute()
  await db.schema
    .createTable('reservation')
    .addColumn('request_id', 'text', (column) => column.notNull())
    .addColumn('budget_id', 'text', (column) => column.notNull().references('budget.id').onDelete('cascade'))
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('amount', 'double precision', (column) => column.notNull())
    .addPrimaryKeyConstraint('reservation_key', ['request_id', 'budget_id'])
    .execute()
  await db.schema.createIndex('reservation_budget').on('reservation').columns(['budget_id', 'period']).execute()
}
