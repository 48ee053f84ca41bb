import { deleteSessionRow, updateSessionRow } from '../../../db/models/session.ts'
import type { AppServices } from '../../appServices.ts'
import { getSession, getStoredSession } from '../../session/getSession.ts'
import { getSessionDetail, type SessionDetailServices } from './sessionDetail.ts'

type DeletingServices = Pick<AppServices, 'clock' | 'db' | 'turns' | 'live' | 'paths'>

/** Stops a running answer first, and ends the event streams. The session can be restored, unless it is deleted forever. */
export async function deleteSession(
  { clock, db, turns, live, paths }: DeletingServices,
  id: string,
  isForever: boolean,
): Promise<void> {
  await (isForever ? getStoredSession(db, id) : getSession(db, id))
  await turns.stop(id)
  await turns.alone(id, () =>
    isForever ? deleteSessionRow(db, id) : updateSessionRow(db, id, { deletedAt: clock.now() }),
  )
  paths.forget(id)
  live.end(id)
}

/** Does nothing to a session that isn't deleted. */
export async function restoreSession(services: SessionDetailServices, id: string) {
  const { db } = services
  const { deletedAt } = await getStoredSession(db, id)
  if (deletedAt !== null) await updateSessionRow(db, id, { deletedAt: null })
  return getSessionDetail(services, id)
}
