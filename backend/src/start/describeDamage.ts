import type { DatabaseLocation } from '../db/database.ts'

/** Without paths, because anyone may read it. */
export const describeDamage = ({ kind }: DatabaseLocation): string =>
  kind === 'sqlite'
    ? 'The database is damaged. Stop the server, then restore a backup: run "npm run restore" to list them.'
    : 'The database is damaged. Stop the server, then restore a backup that you have made with PostgreSQL.'
