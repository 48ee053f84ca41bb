import type { StepDatabase } from './step.ts'

/** How a session is narrated, what its narrator remembers, and which tools an answer was sent. */
export async function up(db: StepDatabase): Promise<void> {
  await db.schema
    .createTable('session_settings')
    .addColumn('session_id', 'text', (column) => column.primaryKey().references('session.id').onDelete('cascade'))
    .addColumn('settings', 'text', (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('default_settings')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('settings', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('pin')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('session_id', 'text', (column) => column.notNull().references('session.id').onDelete('cascade'))
    .addColumn('message_id', 'text', (column) => column.notNull().references('message.id').onDelete('cascade'))
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('pin_session').on('pin').column('session_id').execute()
  await db.schema
    .createTable('summary')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('session_id', 'text', (column) => column.notNull().references('session.id').onDelete('cascade'))
    .addColumn('covers_to', 'text', (column) => column.notNull().references('message.id').onDelete('cascade'))
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('model_config_id', 'text', (column) => column.references('model_config.id').onDelete('set null'))
    .addColumn('usage', 'text')
    .addColumn('cost', 'real')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('summary_session').on('summary').column('session_id').execute()
  await db.schema.alterTable('message').addColumn('memory', 'text').execute()
  await db.schema.alterTable('message').addColumn('sent_tools', 'text').execute()
}
