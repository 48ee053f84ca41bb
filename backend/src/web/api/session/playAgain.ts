import { type Gamebook, listStartQuestions, type StartAnswers } from '@llm-gamebook/story'

import { findSessionSettings } from '../../../db/models/sessionSettings.ts'
import { findStartAnswers } from '../../../db/models/startAnswers.ts'
import type { SessionDetail } from '../../schemas/session.ts'
import { getSession } from '../../session/getSession.ts'
import { createSession, type CreationServices } from './createSession.ts'

/** Starts a new session like another one, which stays as it is: same gamebook, narrator, answers and settings. */
export async function playAgain(services: CreationServices, id: string): Promise<SessionDetail> {
  const { db, library } = services
  const { gamebookId, modelConfigId } = await getSession(db, id)
  const [{ gamebook }, answers, { settings }] = await Promise.all([
    library.get(gamebookId),
    findStartAnswers(db, id),
    findSessionSettings(db, id),
  ])
  return createSession(services, {
    gamebookId,
    ...(modelConfigId !== null && { modelConfigId }),
    answers: gamebook === null ? [] : listFittingAnswers(gamebook, answers),
    settings,
  })
}

/** The gamebook may have other questions by now. */
const listFittingAnswers = (gamebook: Gamebook, answers: StartAnswers) =>
  listStartQuestions(gamebook).flatMap(({ entityId, field, declaration }) => {
    const text = Object.hasOwn(answers, entityId) ? answers[entityId]?.[field] : undefined
    const fits = text !== undefined && declaration.values?.includes(text) !== false
    return fits ? [{ entityId, field, text }] : []
  })
