import { type Dialect, PostgresDialect } from 'kysely'

const INT8 = 20

export async function postgresDialect(connectionString: string): Promise<Dialect> {
  const { default: pg } = await import('pg')
  const types = new pg.TypeOverrides()
  // Otherwise counts arrive as text.
  types.setTypeParser(INT8, Number)
  const pool = new pg.Pool({ connectionString, types, max: 10 })
  // The pool replaces an idle connection that broke. Without a listener, the event would end the process.
  pool.on('error', () => {})
  return new PostgresDialect({ pool })
}
