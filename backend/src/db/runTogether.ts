import { CompiledQuery, type Kysely, SqliteAdapter } from 'kysely'

import type { Database } from './tables.ts'

/** Several statements that the SQLite driver receives as one. */
export class Together implements CompiledQuery {
  readonly query
  readonly queryId
  readonly sql = ''
  readonly parameters = []
  readonly statements: readonly CompiledQuery[]

  constructor(statements: readonly CompiledQuery[]) {
    const { query, queryId } = CompiledQuery.raw('')
    this.query = query
    this.queryId = queryId
    this.statements = statements
  }
}

/**
 * Stores all statements or none, without reading between them. On SQLite, other writes may share the commit. Inside a
 * transaction, the statements become part of it.
 */
export async function runTogether(db: Database, statements: readonly CompiledQuery[]): Promise<void> {
  if (isSqlite(db)) await db.executeQuery(new Together(statements))
  else if (db.isTransaction) await runEach(db, statements)
  else await db.transaction().execute((transaction) => runEach(transaction, statements))
}

async function runEach(db: Database, statements: readonly CompiledQuery[]): Promise<void> {
  for (const statement of statements) await db.executeQuery(statement)
}

export const isSqlite = <Tables>(db: Kysely<Tables>): boolean => db.getExecutor().adapter instanceof SqliteAdapter
