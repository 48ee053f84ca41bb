import { startState, type StoryState } from '@llm-gamebook/story'

import type { Database } from '../../src/db/database.ts'
import { saveGamebookVersion } from '../../src/db/models/gamebookVersion.ts'
import type { AnswerInProgress, Message } from '../../src/messages/message.ts'
import { insertSession, type NewSession, type Session } from '../../src/db/models/session.ts'
import { systemClock } from '../../src/clock.ts'
import { GARDEN, GARDEN_ID } from './garden.ts'

const { newId } = systemClock

export const NOW = '2026-01-02T03:04:05.678Z'
export const VERSION = 'version-of-the-garden'

/** A session that is in no database. */
export const SESSION: Session = {
  id: 'session',
  gamebookId: GARDEN_ID,
  title: 'The Garden Gate',
  modelConfigId: null,
  headId: null,
  createdAt: '',
  updatedAt: '',
  deletedAt: null,
}

export async function addSession(db: Database): Promise<Session> {
  const session: NewSession = {
    id: newId(),
    gamebookId: GARDEN_ID,
    title: 'The Garden Gate',
    modelConfigId: null,
    headId: null,
    createdAt: NOW,
    updatedAt: NOW,
  }
  await saveGamebookVersion(db, { hash: VERSION, gamebookId: GARDEN_ID, source: GARDEN, createdAt: NOW })
  await insertSession(db, session)
  return { ...session, deletedAt: null }
}

const STATE: StoryState = { ...startState(7), entities: { garden_path: { current_node_id: 'wet_lawn' } } }

/** An answer below another message, or a player message with `role: 'player'`. */
export function makeMessage(
  { id: sessionId }: Session,
  parent: Pick<Message, 'id'> | null,
  change: Partial<AnswerInProgress> = {},
): AnswerInProgress {
  return {
    id: newId(),
    sessionId,
    parentId: parent?.id ?? null,
    role: 'narrator',
    status: 'done',
    parts: [{ id: 'part-1', type: 'text', text: 'Wet grass.' }],
    receipts: [],
    stateAfter: STATE,
    instructions: null,
    gamebookVersion: VERSION,
    modelConfigId: null,
    model: null,
    usage: null,
    cost: null,
    finishReason: null,
    error: null,
    createdAt: NOW,
    firstTokenAt: null,
    finishedAt: NOW,
    memory: null,
    sentTools: null,
    driftFindings: null,
    playerCall: null,
    knownExits: null,
    ...change,
  }
}
