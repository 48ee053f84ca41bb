import type { StepDatabase } from './step.ts'

/** Deleted sessions can be restored for a while. Of those that are gone, only the id remains. */
export async function up(db: StepDatabase): Promise<void> {
  await db.schema.alterTable('session').addColumn('deleted_at', 'text').execute()
  await db.schema
    .createTable('gone_session')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .execute()
}
