import { sql, SqliteAdapter } from 'kysely'

import type { StepDatabase } from './step.ts'

/** The record of requests to providers, with what was sent, and the settings of the server. */
export async function up(db: StepDatabase): Promise<void> {
  // SQLite would store each key twice.
  const compact = sql.raw(db.getExecutor().adapter instanceof SqliteAdapter ? 'without rowid' : '')
  await db.schema
    .createTable('model_request')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('session_id', 'text', (column) => column.references('session.id').onDelete('cascade'))
    .addColumn('message_id', 'text')
    .addColumn('purpose', 'text', (column) => column.notNull())
    .addColumn('step', 'integer', (column) => column.notNull())
    .addColumn('model_config_id', 'text')
    .addColumn('label', 'text', (column) => column.notNull())
    .addColumn('provider', 'text', (column) => column.notNull())
    .addColumn('model_name', 'text', (column) => column.notNull())
    .addColumn('host', 'text', (column) => column.notNull())
    .addColumn('base_id', 'text')
    .addColumn('depth', 'integer', (column) => column.notNull())
    .addColumn('shared', 'integer', (column) => column.notNull())
    .addColumn('rest', 'text')
    .addColumn('blocks', 'integer', (column) => column.notNull())
    .addColumn('bytes', 'integer', (column) => column.notNull())
    .addColumn('input_tokens', 'integer')
    .addColumn('cached_tokens', 'integer')
    .addColumn('cache_write_tokens', 'integer')
    .addColumn('output_tokens', 'integer')
    .addColumn('reasoning_tokens', 'integer')
    .addColumn('cost', 'double precision')
    .addColumn('currency', 'text')
    .addColumn('price_source', 'text')
    .addColumn('started_at', 'text', (column) => column.notNull())
    .addColumn('first_token_ms', 'integer')
    .addColumn('duration_ms', 'integer', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('error_code', 'text')
    .modifyEnd(compact)
    .execute()
  await db.schema.createIndex('model_request_session').on('model_request').columns(['session_id', 'id']).execute()
  await db.schema
    .createTable('prompt_pack')
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('first', 'integer', (column) => column.notNull())
    .addColumn('blocks', 'integer', (column) => column.notNull())
    .addColumn('start', 'integer', (column) => column.notNull())
    .addColumn('bytes', 'bytea', (column) => column.notNull())
    .addPrimaryKeyConstraint('prompt_pack_key', ['owner', 'first'])
    .execute()
  await db.schema
    .createTable('app_setting')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute()
}
