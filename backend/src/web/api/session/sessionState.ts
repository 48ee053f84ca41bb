import { type Gamebook, type StoryState, viewStory, worldOf } from '@llm-gamebook/story'
import type { z } from 'zod'

import { findEndingsFound } from '../../../db/models/endingFound.ts'
import type { Message } from '../../../messages/message.ts'
import type { SessionState } from '../../schemas/session.ts'
import { listEndingTitlesFound, restoreForDisplay, toStateView } from '../../session/storySummary.ts'
import { getSession } from '../../session/getSession.ts'
import type { AppServices } from '../../appServices.ts'
import { MessageNotFoundError } from '../../session/sessionErrors.ts'

type State = z.infer<typeof SessionState>

/** The state after a message; without one, at the head. */
export async function getSessionState(
  { db, paths, playedGamebooks, engine }: Pick<AppServices, 'db' | 'paths' | 'playedGamebooks' | 'engine'>,
  id: string,
  messageId: string | undefined,
): Promise<State> {
  const session = await getSession(db, id)
  const stored = await paths.load(id, messageId ?? session.headId)
  if (messageId !== undefined && stored.length === 0) throw new MessageNotFoundError()
  const running = engine.unstoredAnswer(id)
  const path = stored.map((message) => (message.id === running?.id ? running : message))
  const last = path.at(-1)
  const played = await playedGamebooks.find(session.gamebookId, last?.gamebookVersion ?? null)
  const found = await findEndingsFound(db, session.gamebookId)
  const state = last === undefined ? null : restoreForDisplay(played, last)
  const { panel, endings } = toStateView(played?.gamebook, state, found)
  return {
    ...panel,
    graphs: played === undefined || state === null ? [] : graphsAt(played.gamebook, state),
    journal: path.flatMap(toJournal),
    endings: { ...endings, reached: listEndingTitlesFound(played?.gamebook ?? null, found) },
  }
}

/** Receipts without a line were not shown to the player. */
function toJournal({ id: messageId, receipts }: Message): State['journal'] {
  return receipts.flatMap(({ line }) => (line === '' ? [] : [{ messageId, line }]))
}

/** The visible graphs, with the nodes that were entered. */
function graphsAt(gamebook: Gamebook, state: StoryState): State['graphs'] {
  return viewStory(worldOf(gamebook, state), () => {}).graphs.map(({ graphId, graphName, nodeId, name }) => ({
    graphId,
    graph: graphName,
    nodeId,
    node: name,
    visited: Object.hasOwn(state.visited, graphId) ? [...(state.visited[graphId] ?? [])] : [],
  }))
}
