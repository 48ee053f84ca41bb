import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { inject } from 'vitest'

import { type Database, openDatabase } from '../../src/db/database.ts'
import { migrate } from '../../src/db/migrate.ts'
import { keyCipher } from './keyCipher.ts'
import { restoreFirstRows } from './postgres/firstRows.ts'
import { TEMPLATE } from './postgres/globalSetup.ts'

export const DATABASES = ['sqlite', 'postgres'] as const
export type DatabaseKind = (typeof DATABASES)[number]

/** The database of the tests that don't choose one: the API tests run once with each. */
export const DEFAULT_DATABASE: DatabaseKind = process.env['TEST_DATABASE'] === 'postgres' ? 'postgres' : 'sqlite'

/** An empty database of its own, not migrated. */
export async function openEmptyDatabase(kind: DatabaseKind): Promise<Database> {
  if (kind === 'sqlite') return openDatabase({ kind, file: ':memory:' })
  return openDatabase({ kind, url: await createPostgresDatabase('template0') })
}

export async function openTestDatabase(kind: DatabaseKind = DEFAULT_DATABASE): Promise<Database> {
  if (kind === 'postgres') return openMigratedPostgres()
  const db = await openEmptyDatabase(kind)
  await migrate(db, { keyCipher })
  return db
}

/** The address of a new database in the server of all tests. It ends with that server. */
export async function createPostgresDatabase(template: string = TEMPLATE): Promise<string> {
  const { url, main } = await connect()
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await sql`create database ${sql.id(name)} template ${sql.id(template)}`.execute(main)
  return `${url}/${name}`
}

interface Connection {
  readonly url: string
  readonly main: Database
}

let connection: Promise<Connection> | undefined
/** The addresses of migrated databases that are no longer used. */
const unused: string[] = []

function connect(): Promise<Connection> {
  connection ??= (async () => {
    const response = await fetch(inject('postgresServer'))
    const url = await response.text()
    if (!response.ok) throw new Error(url)
    return { url, main: await openDatabase({ kind: 'postgres', url: `${url}/postgres` }) }
  })()
  return connection
}

/** Reuses a database of an earlier test: only those that change the tables need an empty one. */
async function openMigratedPostgres(): Promise<Database> {
  const used = unused.pop()
  const url = used ?? (await createPostgresDatabase())
  const db = await openDatabase({ kind: 'postgres', url })
  if (used !== undefined) await restoreFirstRows(db)
  const destroy = db.destroy.bind(db)
  return Object.assign(db, {
    async destroy() {
      await destroy()
      unused.push(url)
    },
  })
}
