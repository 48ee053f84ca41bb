import { type Dialect, PostgresDialect } from 'kysely'

const INT8 = 20

export async function postgresDialect(connectionString: string): Promise<Dialect> {
  const { default: pg } = await import('pg')
  const types = new pg.TypeOverrides()
  // Counts arrive as text otherwise.
  types.setTypeParser(INT8, Number)
  return new PostgresDialect({ pool: new pg.Pool({ connectionString, types, max: 10 }) })
}
