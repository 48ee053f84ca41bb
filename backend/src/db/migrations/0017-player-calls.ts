import type { StepDatabase } from './step.ts'

/** What a player chose to do with a message, and the exits that were known after an answer. */
export async function up(db: StepDatabase): Promise<void> {
  await db.schema.alterTable('message').addColumn('player_call', 'text').execute()
  await db.schema.alterTable('message').addColumn('known_exits', 'text').execute()
}
