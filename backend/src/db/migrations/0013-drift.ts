import type { StepDatabase } from './step.ts'

/** What an answer says differently from the state of the story. */
export async function up(db: StepDatabase): Promise<void> {
  await db.schema.alterTable('message').addColumn('drift_findings', 'text').execute()
}
