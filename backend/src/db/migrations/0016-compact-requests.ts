import { sql, SqliteAdapter } from 'kysely'

import type { StepDatabase } from './step.ts'

/** The columns of a request that stay as they are. */
const KEPT = [
  ...['id', 'message_id', 'purpose', 'step', 'base_id', 'depth', 'shared', 'rest', 'blocks', 'bytes'],
  ...['input_tokens', 'cached_tokens', 'cache_write_tokens', 'output_tokens', 'reasoning_tokens'],
  ...['cost', 'currency', 'price_source', 'usage_notice', 'started_at', 'first_token_ms', 'duration_ms'],
  ...['outcome', 'error_code'],
]

/** Sessions and models of requests get short numbers, because each request has them: see decision 0032. */
export async function up(db: StepDatabase): Promise<void> {
  const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter
  await createNumberTables(db, isSqlite)
  await numberOwnersAndModels(db)
  await createRequests(db, isSqlite)
  await copyRows(db)
  await sql`drop table model_request`.execute(db)
  await sql`drop table prompt_pack`.execute(db)
  await db.schema.alterTable('request_owner').dropColumn('request_id').execute()
}

async function createNumberTables(db: StepDatabase, isSqlite: boolean): Promise<void> {
  const numbered = (name: string) => {
    const table = db.schema.createTable(name)
    // A number is never used twice, so that a late request of a deleted session can't join another one.
    return isSqlite
      ? table.addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
      : table.addColumn('id', 'serial', (column) => column.primaryKey())
  }
  await numbered('request_owner')
    .addColumn('session_id', 'text', (column) => column.unique().references('session.id').onDelete('cascade'))
    .addColumn('request_id', 'text')
    .execute()
  await numbered('request_model')
    .addColumn('model_config_id', 'text')
    .addColumn('label', 'text', (column) => column.notNull())
    .addColumn('provider', 'text', (column) => column.notNull())
    .addColumn('model_name', 'text', (column) => column.notNull())
    .addColumn('host', 'text', (column) => column.notNull())
    .execute()
}

async function numberOwnersAndModels(db: StepDatabase): Promise<void> {
  await sql`insert into request_owner (session_id)
    select distinct session_id from model_request where session_id is not null`.execute(db)
  await sql`insert into request_owner (request_id)
    select id from model_request where session_id is null order by id`.execute(db)
  await sql`insert into request_model (model_config_id, label, provider, model_name, host)
    select distinct model_config_id, label, provider, model_name, host from model_request`.execute(db)
}

async function createRequests(db: StepDatabase, isSqlite: boolean): Promise<void> {
  // SQLite would store each key twice.
  const compact = sql.raw(isSqlite ? 'without rowid' : '')
  await db.schema
    .createTable('sent_request')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('owner_id', 'integer', (column) => column.notNull().references('request_owner.id').onDelete('cascade'))
    .addColumn('model_id', 'integer', (column) => column.notNull().references('request_model.id'))
    .addColumn('message_id', 'text')
    .addColumn('purpose', 'text', (column) => column.notNull())
    .addColumn('step', 'integer', (column) => column.notNull())
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
    .addColumn('usage_notice', 'text')
    .addColumn('started_at', 'text', (column) => column.notNull())
    .addColumn('first_token_ms', 'integer')
    .addColumn('duration_ms', 'integer', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('error_code', 'text')
    .modifyEnd(compact)
    .execute()
  await db.schema.createIndex('sent_request_owner').on('sent_request').columns(['owner_id', 'id']).execute()
  await db.schema
    .createTable('block_pack')
    .addColumn('owner_id', 'integer', (column) => column.notNull().references('request_owner.id').onDelete('cascade'))
    .addColumn('first', 'integer', (column) => column.notNull())
    .addColumn('blocks', 'integer', (column) => column.notNull())
    .addColumn('start', 'integer', (column) => column.notNull())
    .addColumn('bytes', 'bytea', (column) => column.notNull())
    .addPrimaryKeyConstraint('block_pack_key', ['owner_id', 'first'])
    .modifyEnd(compact)
    .execute()
}

async function copyRows(db: StepDatabase): Promise<void> {
  const kept = sql.join(KEPT.map((name) => sql.ref(name)))
  const keptFrom = sql.join(KEPT.map((name) => sql.ref(`request.${name}`)))
  // Two joins by one column each, because SQLite uses no index for a condition with "or".
  for (const [one, other] of [
    [sql.ref('request.session_id'), sql.ref('owner.session_id')],
    [sql.ref('request.id'), sql.ref('owner.request_id')],
  ]) {
    await sql`insert into sent_request (owner_id, model_id, ${kept})
      select owner.id, model.id, ${keptFrom}
      from model_request request
      join request_owner owner on ${other} = ${one}
      join request_model model on model.model_config_id is not distinct from request.model_config_id
        and model.label = request.label and model.provider = request.provider
        and model.model_name = request.model_name and model.host = request.host`.execute(db)
  }
  for (const owner of [sql.ref('owner.session_id'), sql.ref('owner.request_id')]) {
    await sql`insert into block_pack (owner_id, first, blocks, start, bytes)
      select owner.id, pack.first, pack.blocks, pack.start, pack.bytes
      from prompt_pack pack join request_owner owner on ${owner} = pack.owner`.execute(db)
  }
}
