import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  const table = db.schema.alterTable('model_config')
  await table.addColumn('parameters', 'text', (column) => column.notNull().defaultTo('{}')).execute()
  await table.addColumn('exact_address', 'integer', (column) => column.notNull().defaultTo(0)).execute()
  await table.addColumn('in_one_piece', 'integer', (column) => column.notNull().defaultTo(0)).execute()
  await table.addColumn('position', 'integer').execute()
  await table.addColumn('last_test', 'text').execute()

  await db.schema
    .createTable('refused_parameter')
    .addColumn('provider', 'text', (column) => column.notNull())
    .addColumn('host', 'text', (column) => column.notNull())
    .addColumn('model_name', 'text', (column) => column.notNull())
    .addColumn('parameter', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('refused_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('refused_parameter_key', ['provider', 'host', 'model_name', 'parameter'])
    .execute()
}
