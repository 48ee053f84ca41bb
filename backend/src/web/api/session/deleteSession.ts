import { deleteSessionRow } from '../../../db/models/session.ts'
import type { AppServices } from '../../appServices.ts'
import { getSession } from '../../session/getSession.ts'

/** Stops a running answer first, and ends the event streams. */
export async function deleteSession(
  { db, turns, live, paths }: Pick<AppServices, 'db' | 'turns' | 'live' | 'paths'>,
  id: string,
): Promise<void> {
  await getSession(db, id)
  await turns.stop(id)
  await turns.alone(id, () => deleteSessionRow(db, id))
  paths.forget(id)
  live.end(id)
}
