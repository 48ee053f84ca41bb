import { type Dialect, PostgresDialect } from 'kysely'

const INT8 = 20

export async function postgresDialect(connectionString: string): Promise<Dialect> {
  const { default: pg } = await import('pg')
  const types = new pg.TypeOverrides()
  // Counts arrive as text otherwise.
  types.setTypeParser(INT8, Number)
  const pool = new pg.Pool({ connectionString, types, max: 10 })
  // The pool has let go of an idle connection that broke, and makes another; unheard, the event would end the process.
  pool.on('error', () => {})
  return new PostgresDialect({ pool })
}
