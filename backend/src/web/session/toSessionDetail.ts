import type { Message } from '../../db/models/message.ts'
import { findRedo, siblingIds } from '../../db/models/messageTree.ts'
import type { SessionDetail } from '../schemas/session.ts'
import { toMessageResponse } from '../schemas/toMessageResponse.ts'
import type { LoadedSession } from './loadSession.ts'
import { countEndings, glanceAt, withEnding } from '../storyGlance.ts'

/** A loaded session, with the answer in progress as it stands now in the place of its stored form. */
export function toSessionDetail(loaded: LoadedSession, running: Message | undefined): SessionDetail {
  const { session, tree, played, endingsFound, model } = loaded
  const path = loaded.path.map((message) => (message.id === running?.id ? running : message))
  const head = path.at(-1)
  const found = withEnding(endingsFound, head?.stateAfter)
  const { place, ending } =
    head === undefined ? { place: null, ending: null } : glanceAt(played?.gamebook, head.stateAfter)
  return {
    ...session,
    messageCount: tree.nodes.size,
    place,
    ending,
    endedAt: ending === null ? null : (head?.finishedAt ?? null),
    gamebookTitle: played?.gamebook.title ?? session.gamebookId,
    messages: path.map((message) => toMessageResponse(message, siblingIds(tree, message))),
    redoId: head === undefined ? null : (findRedo(tree, head.id) ?? null),
    modelConfig: model,
    endings: countEndings(played?.gamebook, found),
  }
}
