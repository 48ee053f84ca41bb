import type { StartAnswers } from '@llm-gamebook/story'
import { z } from 'zod'

import { parseJson } from '../../json.ts'
import type { Database } from '../tables.ts'

/** Saves nothing if there are none. */
export async function saveStartAnswers(db: Database, sessionId: string, answers: StartAnswers): Promise<void> {
  if (Object.keys(answers).length === 0) return
  await db
    .insertInto('startAnswers')
    .values({ sessionId, answers: JSON.stringify(answers) })
    .execute()
}

/** Empty if the player answered nothing, and if the row is damaged: the story can still start. */
export async function findStartAnswers(db: Database, sessionId: string): Promise<StartAnswers> {
  const row = await db
    .selectFrom('startAnswers')
    .select('answers')
    .where('sessionId', '=', sessionId)
    .executeTakeFirst()
  return row === undefined ? {} : (Stored.safeParse(parseJson(row.answers)).data ?? {})
}

const Stored = z.record(z.string(), z.record(z.string(), z.string()))
