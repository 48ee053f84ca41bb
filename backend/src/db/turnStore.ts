import type { AnswerPiece } from '../messages/answerPiece.ts'
import type { AnswerInProgress, Message } from '../messages/message.ts'
import { compileOnce } from './compileOnce.ts'
import { createPieceWrites } from './models/answerPieces.ts'
import { createMessageWrites } from './models/messageWrites.ts'
import { runTogether } from './runTogether.ts'
import type { Database, EndingFoundRow, SessionRow } from './tables.ts'

/** Saves turns in the database. Each call is stored completely or not at all. */
export function createTurnStore(db: Database, now: () => string) {
  const messages = createMessageWrites(db)
  const pieces = createPieceWrites(db)
  const session = createSessionWrites(db)
  return {
    async begin(sessionId: string, begun: readonly Message[]): Promise<void> {
      const head = begun.at(-1)
      if (head === undefined) return
      const move = session.moveHead({ id: sessionId, headId: head.id, updatedAt: now() })
      await runTogether(db, [...begun.map(messages.insert), move])
    },

    async saveProgress(added: readonly AnswerPiece[]): Promise<void> {
      await runTogether(db, added.map(pieces.save))
    },

    async finish(answer: AnswerInProgress): Promise<void> {
      const { sessionId: id, stateAfter, instructions } = answer
      const { ended } = stateAfter
      const found = ended !== undefined && 'node' in ended ? [{ id, nodeId: ended.node, foundAt: now() }] : []
      const touch = session.touch({ id, updatedAt: now() })
      const texts = instructions === null ? [] : [messages.saveSystemText(instructions)]
      await runTogether(db, [
        ...texts,
        messages.end(answer),
        pieces.removeAll(answer.id),
        touch,
        ...found.map(session.saveEnding),
      ])
    },
  }
}

function createSessionWrites(db: Database) {
  return {
    moveHead: compileOnce(
      ({ id, headId, updatedAt }: Pick<SessionRow, 'id' | 'headId' | 'updatedAt'>) =>
        db.updateTable('session').set({ headId, updatedAt }).where('id', '=', id),
      ({ id, headId, updatedAt }) => [headId, updatedAt, id],
    ),
    touch: compileOnce(
      ({ id, updatedAt }: Pick<SessionRow, 'id' | 'updatedAt'>) =>
        db.updateTable('session').set({ updatedAt }).where('id', '=', id),
      ({ id, updatedAt }) => [updatedAt, id],
    ),
    /** Counts an ending of the session's gamebook once. */
    saveEnding: compileOnce(
      ({ id, nodeId, foundAt }: Pick<SessionRow, 'id'> & Pick<EndingFoundRow, 'nodeId' | 'foundAt'>) =>
        db
          .insertInto('endingFound')
          .columns(['gamebookId', 'nodeId', 'foundAt'])
          .expression((build) =>
            build
              .selectFrom('session')
              .select(['session.gamebookId', build.val(nodeId).as('nodeId'), build.val(foundAt).as('foundAt')])
              .where('session.id', '=', id),
          )
          .onConflict((conflict) => conflict.columns(['gamebookId', 'nodeId']).doNothing()),
      ({ id, nodeId, foundAt }) => [nodeId, foundAt, id],
    ),
  }
}
