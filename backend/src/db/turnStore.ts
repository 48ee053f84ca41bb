import { saveEndingFound } from './models/endingFound.ts'
import type { AnswerInProgress, Message } from '../messages/message.ts'
import { findMessage, insertMessages, updateEnded, updateProgress } from './models/messageQueries.ts'
import { updateSessionRow } from './models/session.ts'
import type { Database } from './tables.ts'

/** Saves turns in the database. Each call is one transaction. */
export function createTurnStore(db: Database, now: () => string) {
  return {
    async begin(sessionId: string, messages: readonly Message[]): Promise<void> {
      const head = messages.at(-1)
      if (head === undefined) return
      await db.transaction().execute(async (transaction) => {
        // A connection that broke during the commit doesn't say whether an earlier attempt has stored them.
        if ((await findMessage(transaction, sessionId, head.id)) !== undefined) return
        await insertMessages(transaction, messages)
        await updateSessionRow(transaction, sessionId, { headId: head.id, updatedAt: now() })
      })
    },

    async saveProgress(answers: readonly Message[]): Promise<void> {
      await db.transaction().execute((transaction) => updateProgress(transaction, answers))
    },

    async finish(answer: AnswerInProgress): Promise<void> {
      const { ended } = answer.stateAfter
      await db.transaction().execute(async (transaction) => {
        await updateEnded(transaction, answer)
        await updateSessionRow(transaction, answer.sessionId, { updatedAt: now() })
        if (ended !== undefined && 'node' in ended) await saveEndingOf(transaction, answer.sessionId, ended.node, now())
      })
    },
  }
}

async function saveEndingOf(db: Database, sessionId: string, nodeId: string, foundAt: string): Promise<void> {
  const session = await db.selectFrom('session').select('gamebookId').where('id', '=', sessionId).executeTakeFirst()
  if (session !== undefined) await saveEndingFound(db, { gamebookId: session.gamebookId, nodeId, foundAt })
}
