import { viewStory, worldOf } from '@llm-gamebook/story'
import type { z } from 'zod'

import { findEndingsFound } from '../../../db/models/endingFound.ts'
import type { Message } from '../../../db/models/message.ts'
import type { AppServices } from '../../appServices.ts'
import { listEndingsFound } from '../../listEndingsFound.ts'
import type { SessionState } from '../../schemas/session.ts'
import { countEndings } from '../../storyGlance.ts'
import { getSession } from '../../session/getSession.ts'
import { MessageNotFoundError } from '../../session/sessionErrors.ts'

type State = z.infer<typeof SessionState>

/** The state after a message; without one, at the head. */
export async function getSessionState(
  { db, paths, playedGamebooks, engine }: AppServices,
  id: string,
  messageId: string | undefined,
): Promise<State> {
  const session = await getSession(db, id)
  const stored = await paths.load(id, messageId ?? session.headId)
  if (messageId !== undefined && stored.length === 0) throw new MessageNotFoundError()
  const running = engine.runningAnswer(id)
  const path = stored.map((message) => (message.id === running?.id ? running : message))
  const last = path.at(-1)
  const played = await playedGamebooks.find(session.gamebookId, last?.gamebookVersion ?? null)
  const found = await findEndingsFound(db, session.gamebookId)
  return {
    fields: [],
    graphs: played === undefined || last === undefined ? [] : graphsAt(played.gamebook, last),
    inventory: [],
    journal: path.flatMap((message) => message.receipts.map(({ line }) => ({ messageId: message.id, line }))),
    endings: { ...countEndings(played?.gamebook, found), reached: listEndingsFound(played?.gamebook ?? null, found) },
  }
}

/** The graphs that the player may know of, with the nodes that were entered. */
function graphsAt(gamebook: Parameters<typeof worldOf>[0], { stateAfter }: Message): State['graphs'] {
  return viewStory(worldOf(gamebook, stateAfter), () => {}).places.map(({ graphId, graphName, nodeId, name }) => ({
    graphId,
    graph: graphName,
    nodeId,
    node: name,
    visited: Object.hasOwn(stateAfter.visited, graphId) ? [...(stateAfter.visited[graphId] ?? [])] : [],
  }))
}
