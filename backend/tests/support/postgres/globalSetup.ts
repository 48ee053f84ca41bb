import { once } from 'node:events'
import { createServer } from 'node:http'
import { sql } from 'kysely'
import type { TestProject } from 'vitest/node'

import { openDatabase } from '../../../src/db/database.ts'
import { migrate } from '../../../src/db/migrate.ts'
import { keyCipher } from '../keyCipher.ts'
import { keepFirstRows } from './firstRows.ts'
import { type PostgresServer, startPostgres } from './startPostgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Answers with the address of the PostgreSQL server, which the first request starts. */
    readonly postgresServer: string
  }
}

/** The name of a database with all tables and the rows of the migrations, which tests copy. */
export const TEMPLATE = 'template_of_tests'

/** One PostgreSQL server for the whole run, started by the first test that needs it. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  let running: Promise<PostgresServer> | undefined
  const server = createServer((_request, response) => {
    running ??= start()
    running.then(
      ({ url }) => response.end(url),
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  project.provide('postgresServer', `http://127.0.0.1:${address.port}`)
  return async () => {
    server.close()
    await running?.then(
      (postgres) => postgres.close(),
      () => {},
    )
  }
}

async function start(): Promise<PostgresServer> {
  const server = await startPostgres()
  const main = await openDatabase({ kind: 'postgres', url: `${server.url}/postgres` })
  await sql`create database ${sql.id(TEMPLATE)}`.execute(main)
  await main.destroy()
  const template = await openDatabase({ kind: 'postgres', url: `${server.url}/${TEMPLATE}` })
  await migrate(template, { keyCipher })
  await keepFirstRows(template)
  await template.destroy()
  return server
}
