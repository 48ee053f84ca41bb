import type { Kysely } from 'kysely'

const BUILT_IN_NARRATOR_ID = '00000000-0000-7000-8000-000000000001'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('model_config')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('provider', 'text', (column) => column.notNull())
    .addColumn('model_name', 'text', (column) => column.notNull())
    .addColumn('base_url', 'text')
    .addColumn('sealed_key', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .execute()

  await db.schema
    .createTable('gamebook_version')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('gamebook_id', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute()

  await db.schema
    .createTable('session')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('gamebook_id', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('model_config_id', 'text', (column) => column.references('model_config.id').onDelete('set null'))
    .addColumn('head_id', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('session_model_config').on('session').column('model_config_id').execute()
  await db.schema.createIndex('session_updated').on('session').columns(['updated_at', 'id']).execute()
  await db.schema.createIndex('session_gamebook').on('session').columns(['gamebook_id', 'updated_at']).execute()

  await db.schema
    .createTable('message')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('session_id', 'text', (column) => column.notNull().references('session.id').onDelete('cascade'))
    .addColumn('parent_id', 'text', (column) => column.references('message.id'))
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('parts', 'text', (column) => column.notNull())
    .addColumn('receipts', 'text', (column) => column.notNull())
    .addColumn('state_after', 'text', (column) => column.notNull())
    .addColumn('instructions', 'text')
    .addColumn('gamebook_version', 'text', (column) => column.notNull().references('gamebook_version.hash'))
    .addColumn('model_config_id', 'text')
    .addColumn('model', 'text')
    .addColumn('usage', 'text')
    .addColumn('cost', 'double precision')
    .addColumn('finish_reason', 'text')
    .addColumn('error', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('first_token_at', 'text')
    .addColumn('finished_at', 'text')
    .execute()
  await db.schema.createIndex('message_session').on('message').column('session_id').execute()
  await db.schema.createIndex('message_parent').on('message').column('parent_id').execute()
  await db.schema.createIndex('message_status').on('message').column('status').execute()

  await db.schema
    .createTable('ending_found')
    .addColumn('gamebook_id', 'text', (column) => column.notNull())
    .addColumn('node_id', 'text', (column) => column.notNull())
    .addColumn('found_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('ending_found_key', ['gamebook_id', 'node_id'])
    .execute()

  await addBuiltInNarrator(db.$extendTables<{ model_config: ModelConfig }>())
}

interface ModelConfig {
  id: string
  name: string
  provider: string
  model_name: string
  created_at: string
  updated_at: string
}

async function addBuiltInNarrator(db: Kysely<{ model_config: ModelConfig }>): Promise<void> {
  const now = new Date().toISOString()
  await db
    .insertInto('model_config')
    .values({
      id: BUILT_IN_NARRATOR_ID,
      name: 'Built-in narrator',
      provider: 'builtin',
      model_name: 'builtin',
      created_at: now,
      updated_at: now,
    })
    .execute()
}
