import type { Correction } from '@llm-gamebook/story'

import type { PathMessage } from '../messages/pathMessage.ts'
import type { PlayerCall } from '../messages/playerCall.ts'
import { listChildIds } from '../db/models/messageTree.ts'
import { findStartAnswers } from '../db/models/startAnswers.ts'
import type { Session } from '../db/models/session.ts'
import type { TurnReads } from '../db/turnReads.ts'
import { TurnRunningError } from '../engine/turnConflict.ts'
import type { StartedTurn } from '../engine/turn.ts'
import type { TurnEngine } from '../engine/turnEngine.ts'
import { GamebookNotFoundError } from '../gamebooks/gamebookErrors.ts'
import type { PlayedGamebooks } from '../gamebooks/playedGamebooks.ts'
import type { MessagePaths } from '../db/messagePaths.ts'
import type { SummaryWriter } from '../engine/memory/summary/summaryWriter.ts'
import type { LiveHub } from './live/liveHub.ts'
import { createNarrators, type FindNarrator, type ModelSources } from './narrators.ts'
import { getSession } from './session/getSession.ts'
import { summarizeAfter } from './summaryStarter.ts'

/** The input of a turn. */
export interface TurnPlan {
  readonly path: readonly PathMessage[]
  /** Null for an opening and for another answer to the message that ends the path. */
  readonly text: string | null
  /** What the player chose with the message. */
  readonly call?: PlayerCall | null
  readonly requestedModelConfigId?: string | undefined
  /** What an answer that this one is to replace says, and is not so. */
  readonly corrections?: readonly Correction[]
}

export interface StartedSessionTurn extends StartedTurn {
  /** All siblings of the first message of the turn, this one included. */
  readonly siblingIds: readonly string[]
}

export interface TurnStarter {
  /** As a turn finds it. */
  readonly findNarrator: FindNarrator
  /** Runs an action that must not overlap a turn of the same session. Throws `TurnRunningError`. */
  alone<Result>(sessionId: string, action: () => Promise<Result>): Promise<Result>
  /**
   * Starts a turn; settles when it is stored. Throws `SessionNotFoundError`, `SessionDeletedError`, `TurnRunningError`,
   * `SessionEndedError`, `NoModelError` and more.
   */
  start(sessionId: string, plan: (session: Session) => Promise<TurnPlan>): Promise<StartedSessionTurn>
  /** Stops the running turn, or the one that is about to start; settles when it is stored. */
  stop(sessionId: string): Promise<void>
}

export interface TurnStarterOptions extends ModelSources {
  /** Throws if another server has taken the database. */
  readonly confirmLock: () => Promise<void>
  readonly engine: TurnEngine
  readonly live: LiveHub
  readonly playedGamebooks: PlayedGamebooks
  readonly reads: TurnReads
  readonly paths: Pick<MessagePaths, 'load'>
  readonly summaries: SummaryWriter
  /** Called for errors that the player can't fix. */
  readonly onFault: (fault: unknown) => void
}

export function createTurnStarter(options: TurnStarterOptions): TurnStarter {
  const { confirmLock, db, engine, live, playedGamebooks, reads, paths, summaries: writer, onFault } = options
  const findNarrator = createNarrators(options)
  const busy = new Map<string, Promise<unknown>>()

  const alone: TurnStarter['alone'] = async (sessionId, action) => {
    if (busy.has(sessionId) || engine.runningAnswer(sessionId) !== undefined) throw new TurnRunningError()
    const done = action()
    busy.set(sessionId, done)
    try {
      return await done
    } finally {
      busy.delete(sessionId)
    }
  }

  const begin = async (session: Session, plan: TurnPlan): Promise<StartedSessionTurn> => {
    const { path, text, call = null, requestedModelConfigId, corrections = [] } = plan
    const last = path.at(-1)
    const sessionId = session.id
    const [narrator, played, endingsFound, childIds, startAnswers, context] = await Promise.all([
      findNarrator({ chosenId: session.modelConfigId, requestedId: requestedModelConfigId }),
      playedGamebooks.find(session.gamebookId, last?.gamebookVersion ?? null),
      reads.findEndingsFound(session.gamebookId),
      listChildIds(db, session.id, last?.id ?? null, text === null ? 'narrator' : 'player'),
      last === undefined ? findStartAnswers(db, session.id) : {},
      reads.findContext(session.id),
    ])
    if (played === undefined) throw new GamebookNotFoundError(session.gamebookId)
    const { gamebook, version } = played
    // Nothing is awaited from here to `follow`: the engine emits the new messages while it starts.
    writer.makeWay(narrator.snapshot.host)
    live.expect(session.id, { gamebook, endingsFound, siblingIds: childIds })
    let turn
    try {
      const given = { path, text, call, narrator, startAnswers, context, corrections }
      turn = engine.start({ sessionId, gamebook, gamebookVersion: version, ...given })
    } catch (error) {
      live.expectNoMore(session.id)
      throw error
    }
    live.follow(session.id, turn.stored)
    // A turn that can't be stored is over before the request fails.
    await turn.stored.catch(async (fault: unknown) => {
      await turn.ended
      throw fault
    })
    void turn.ended
      .then((answerId) =>
        summarizeAfter(
          { sessionId, answerId, gamebook, gamebookVersion: version, narrator },
          { paths, reads, writer, findNarrator },
        ),
      )
      .catch(onFault)
    return { ...turn, siblingIds: [...childIds, turn.message?.id ?? turn.answerId] }
  }

  return {
    findNarrator,
    alone,
    start: (sessionId, plan) =>
      alone(sessionId, async () => {
        await confirmLock()
        await engine.saveUnsaved(sessionId)
        const session = await reads.findSession(sessionId)
        const usable = session?.deletedAt === null ? session : await getSession(db, sessionId)
        return begin(usable, await plan(usable))
      }),
    async stop(sessionId) {
      await busy.get(sessionId)?.catch(() => {})
      await engine.stop(sessionId)
    },
  }
}
