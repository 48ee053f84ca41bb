import type { z } from 'zod'

import { findModelConfig, findUsableModelConfig } from '../../../db/models/modelConfigQueries.ts'
import { deleteSessionRow, insertSession, type NewSession } from '../../../db/models/session.ts'
import { findDefaultSettings, saveSettings } from '../../../db/models/sessionSettings.ts'
import { saveStartAnswers } from '../../../db/models/startAnswers.ts'
import { GamebookNotPlayableError } from '../../../gamebooks/gamebookErrors.ts'
import type { AppServices } from '../../appServices.ts'
import { ModelConfigNotFoundError, NoModelError } from '../../../models/modelErrors.ts'
import type { SessionCreate, SessionDetail } from '../../schemas/session.ts'
import { changeSettings } from '../../session/changeSettings.ts'
import { toStartAnswers } from '../../session/toStartAnswers.ts'
import { getSessionDetail, type SessionDetailServices } from './sessionDetail.ts'

export type CreationServices = SessionDetailServices & Pick<AppServices, 'clock' | 'library' | 'turns'>

export async function createSession(
  services: CreationServices,
  { gamebookId, modelConfigId, answers, settings: chosen }: z.infer<typeof SessionCreate>,
): Promise<SessionDetail> {
  const { db, library, turns, clock } = services
  const { gamebook } = await library.get(gamebookId)
  if (gamebook === null) throw new GamebookNotPlayableError(gamebookId)
  const startAnswers = toStartAnswers(gamebook, answers ?? [])
  const config = await (modelConfigId === undefined
    ? findUsableModelConfig(db, null)
    : findModelConfig(db, modelConfigId))
  if (config === undefined) throw modelConfigId === undefined ? new NoModelError() : new ModelConfigNotFoundError()

  const settings = await changeSettings(db, await findDefaultSettings(db), chosen ?? {})

  const now = clock.now()
  const session: NewSession = {
    id: clock.newId(),
    gamebookId,
    title: gamebook.title.slice(0, MAX_TITLE),
    modelConfigId: config.id,
    headId: null,
    createdAt: now,
    updatedAt: now,
  }
  await db.transaction().execute(async (transaction) => {
    await insertSession(transaction, session)
    await saveStartAnswers(transaction, session.id, startAnswers)
    await saveSettings(transaction, session.id, settings)
  })
  try {
    await turns.start(session.id, async () => ({ path: [], text: null }))
  } catch (error) {
    // Lists don't show a session without an opening, should this fail too.
    await deleteSessionRow(db, session.id).catch(() => {})
    throw error
  }
  return getSessionDetail(services, session.id)
}

const MAX_TITLE = 255
