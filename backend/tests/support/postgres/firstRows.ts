import { sql } from 'kysely'

import type { Database } from '../../../src/db/database.ts'

/** Keeps a copy of the rows of a migrated database, to which it can go back. */
export async function keepFirstRows(db: Database): Promise<void> {
  await sql`create schema first_rows`.execute(db)
  await forEachTable(db, 'create table first_rows.%1$I as table public.%1$I')
}

/** Faster than another copy of the database. */
export async function restoreFirstRows(db: Database): Promise<void> {
  await forEachTable(db, 'delete from public.%1$I; insert into public.%1$I select * from first_rows.%1$I')
}

async function forEachTable(db: Database, statements: string): Promise<void> {
  await sql
    .raw(
      `do $$ declare name text; begin
         set local session_replication_role = replica; -- Without the checks of references.
         for name in select tablename from pg_tables where schemaname = 'public' loop
           execute format('${statements}', name);
         end loop;
       end $$`,
    )
    .execute(db)
}
