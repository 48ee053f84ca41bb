import { type Gamebook, type StoryState, viewStory, worldOf } from '@llm-gamebook/story'
import type { z } from 'zod'

import { findEndingsFound } from '../../../db/models/endingFound.ts'
import { findStoredState } from '../../../db/models/messagePage.ts'
import type { SessionState } from '../../schemas/session.ts'
import { loadJournal } from '../../session/loadJournal.ts'
import { listEndingTitlesFound, restoreForDisplay, toStateView } from '../../session/storySummary.ts'
import { getSession } from '../../session/getSession.ts'
import type { AppServices } from '../../appServices.ts'
import { MessageNotFoundError } from '../../session/sessionErrors.ts'

type State = z.infer<typeof SessionState>

/**
 * The state after a message; without one, at the head.
 * @param isNeeded as for the journal
 */
export async function getSessionState(
  { db, playedGamebooks, engine }: Pick<AppServices, 'db' | 'playedGamebooks' | 'engine'>,
  id: string,
  messageId: string | undefined,
  isNeeded: () => boolean,
): Promise<State> {
  const session = await getSession(db, id)
  const lastId = messageId ?? session.headId
  const stored = lastId === null ? undefined : await findStoredState(db, id, lastId)
  if (messageId !== undefined && stored === undefined) throw new MessageNotFoundError()
  const journal = lastId === null ? [] : await loadJournal({ db, engine }, id, lastId, isNeeded)
  const running = engine.unstoredAnswer(id)
  const last = running !== undefined && running.id === lastId ? running : stored
  const played = await playedGamebooks.find(session.gamebookId, last?.gamebookVersion ?? null)
  const found = await findEndingsFound(db, session.gamebookId)
  const state = last === undefined ? null : restoreForDisplay(played, last)
  const { panel, endings } = toStateView(played?.gamebook, state, found)
  return {
    ...panel,
    graphs: played === undefined || state === null ? [] : graphsAt(played.gamebook, state),
    journal: [...journal],
    endings: { ...endings, reached: listEndingTitlesFound(played?.gamebook ?? null, found) },
  }
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
