import type { z } from 'zod'

import { findModelConfig } from '../../../db/models/modelConfigQueries.ts'
import { updateSessionRow } from '../../../db/models/session.ts'
import { findSessionSettings, saveSettings } from '../../../db/models/sessionSettings.ts'
import { oneAtATime } from '../../../oneAtATime.ts'
import type { AppServices } from '../../appServices.ts'
import { publishSession } from '../../live/publishSession.ts'
import { ModelConfigNotFoundError } from '../../../models/modelErrors.ts'
import type { SessionDetail, SessionUpdate } from '../../schemas/session.ts'
import { changeSettings } from '../../session/changeSettings.ts'
import { getSession } from '../../session/getSession.ts'
import { getSessionDetail, type SessionDetailServices } from './sessionDetail.ts'

export async function updateSession(
  services: SessionDetailServices & Pick<AppServices, 'live'>,
  id: string,
  { title, modelConfigId, settings }: z.infer<typeof SessionUpdate>,
): Promise<SessionDetail> {
  const { db } = services
  await getSession(db, id)
  if (modelConfigId != null && (await findModelConfig(db, modelConfigId)) === undefined) {
    throw new ModelConfigNotFoundError()
  }
  if (settings !== undefined) {
    await oneAtATime(`settings of ${id}`, async () => {
      const { settings: current } = await findSessionSettings(db, id)
      await saveSettings(db, id, await changeSettings(db, current, settings))
    })
  }
  // What is omitted may be changed by someone else at the same time.
  const change = { ...(title !== undefined && { title }), ...(modelConfigId !== undefined && { modelConfigId }) }
  if (Object.keys(change).length > 0) await updateSessionRow(db, id, change)
  await publishSession(services, id)
  return getSessionDetail(services, id)
}
